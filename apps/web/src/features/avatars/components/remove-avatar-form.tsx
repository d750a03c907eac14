'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { removeAvatarAction } from '../actions'

export function RemoveAvatarForm() {
  return (
    <ActionForm action={removeAvatarAction}>
      <SubmitButton variant="outline" pendingLabel="Removing…">
        Remove picture
      </SubmitButton>
    </ActionForm>
  )
}
