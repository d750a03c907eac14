'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button-link'

import { fireAttackAction } from '../actions'
import { attackHref } from '../catalogue/attack-href'
import { AttackReport } from './attack-report'

/** Makes the server attack itself, with sessions and headers a browser can't set. */
export function FireForm({
  endpoint,
  attack,
  variant,
}: {
  endpoint: string
  attack: string
  variant: 'default' | 'outline'
}) {
  const router = useRouter()
  const [round, setRound] = useState(0)
  return (
    <ActionForm
      key={round}
      action={fireAttackAction}
      // The page shows the log entry.
      onSuccess={() => router.refresh()}
      renderDone={(report) => (
        <div className="space-y-3">
          <AttackReport report={report} />
          <ButtonLink
            href={attackHref(endpoint, attack)}
            variant="outline"
            onClick={() => setRound(round + 1)}
          >
            Run again
          </ButtonLink>
        </div>
      )}
    >
      <input type="hidden" name="endpoint" value={endpoint} />
      <input type="hidden" name="attack" value={attack} />
      <SubmitButton pendingLabel="Running…" variant={variant}>
        Run from the server
      </SubmitButton>
    </ActionForm>
  )
}
