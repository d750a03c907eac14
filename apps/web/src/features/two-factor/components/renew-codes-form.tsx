'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { renewBackupCodesAction } from '../actions'
import { BackupCodes } from './backup-codes'

export function RenewCodesForm() {
  return (
    <ActionForm
      action={renewBackupCodesAction}
      renderDone={({ backupCodes }) => <BackupCodes codes={backupCodes} />}
    >
      <SubmitButton variant="outline" pendingLabel="Making…">
        Make new codes
      </SubmitButton>
    </ActionForm>
  )
}
