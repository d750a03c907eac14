'use client'

import { useState } from 'react'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button-link'

import { acceptInvitationAction, declineInvitationAction } from '../actions'

/** Accept and decline forms. */
export function AnswerForms({ token }: { token: string }) {
  const [declined, setDeclined] = useState(false)
  return (
    <div className="space-y-3">
      {declined ? null : (
        <ActionForm action={acceptInvitationAction}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton pendingLabel="Joining…" className="w-full">
            Accept invitation
          </SubmitButton>
        </ActionForm>
      )}
      <ActionForm
        action={declineInvitationAction}
        onSuccess={() => setDeclined(true)}
        renderDone={() => (
          <>
            <output className="block">You declined the invitation.</output>
            <ButtonLink href="/organizations" variant="outline" className="mt-5 w-full">
              Your organizations
            </ButtonLink>
          </>
        )}
      >
        <input type="hidden" name="token" value={token} />
        <SubmitButton variant="ghost" pendingLabel="Declining…" className="w-full">
          Decline
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
