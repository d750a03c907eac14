'use client'

import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'

import { fireAttackAction } from '../actions'
import { FireSubmit } from './fire-button'
import { ShotReport } from './shot-report'

interface Props {
  endpoint: string
  attack: string
  /** The control group's mistake, if the attack is about one. */
  mistake: string | undefined
  variant: 'default' | 'outline'
}

/** Makes the server attack itself, with sessions and headers a browser can't set. */
export function FireForm({ endpoint, attack, mistake, variant }: Props) {
  const router = useRouter()
  return (
    <ActionForm
      action={fireAttackAction}
      // The page shows the log entry.
      onSuccess={() => router.refresh()}
      renderAnswer={(report) => <ShotReport report={report} mistake={mistake} control={report.control} />}
    >
      <input type="hidden" name="endpoint" value={endpoint} />
      <input type="hidden" name="attack" value={attack} />
      <FireSubmit variant={variant} label="Run from the server" />
    </ActionForm>
  )
}
