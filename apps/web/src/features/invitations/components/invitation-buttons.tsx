'use client'

import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { cancelInvitationAction, resendInvitationAction } from '../actions'
import type { InvitationDto } from '../loaders'

interface InvitationButtonsProps {
  organization: string
  invitation: Pick<InvitationDto, 'id' | 'email' | 'canResend' | 'canCancel'>
}

/** Resend and cancel, as forms that work without JavaScript. */
export function InvitationButtons({ organization, invitation }: InvitationButtonsProps) {
  const router = useRouter()
  const { id, email, canResend, canCancel } = invitation
  const reference = (
    <>
      <input type="hidden" name="organization" value={organization} />
      <input type="hidden" name="invitationId" value={id} />
    </>
  )

  /** The buttons disappear, so move the focus to the list. */
  function cancelled() {
    document.getElementById('invitation-list')?.focus()
    router.refresh()
  }

  return (
    <div className="flex flex-wrap items-start gap-2 @2xl:justify-end">
      {canResend ? (
        <ActionForm
          action={resendInvitationAction}
          success="Invitation resent."
          onSuccess={() => router.refresh()}
          className="flex flex-col gap-2 space-y-0"
        >
          {reference}
          <SubmitButton
            size="sm"
            variant="outline"
            pendingLabel="Sending…"
            aria-label={`Resend invitation to ${email}`}
          >
            Resend
          </SubmitButton>
        </ActionForm>
      ) : null}
      {canCancel ? (
        <ActionForm
          action={cancelInvitationAction}
          onSuccess={cancelled}
          className="flex flex-col gap-2 space-y-0"
        >
          {reference}
          <SubmitButton
            size="sm"
            variant="ghost"
            pendingLabel="Canceling…"
            className="text-destructive"
            aria-label={`Cancel invitation to ${email}`}
          >
            Cancel
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  )
}
