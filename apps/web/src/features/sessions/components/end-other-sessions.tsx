'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { endOtherSessionsAction } from '../actions'
import { useShorterList } from './use-shorter-list'

export function EndOtherSessions() {
  const shorten = useShorterList()
  return (
    <ActionForm action={endOtherSessionsAction} onSuccess={shorten} className="mt-4">
      <SubmitButton variant="outline" pendingLabel="Signing out…">
        Sign out everywhere else
      </SubmitButton>
    </ActionForm>
  )
}
