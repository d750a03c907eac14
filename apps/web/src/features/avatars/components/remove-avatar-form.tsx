'use client'

import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { removeAvatarAction } from '../actions'

export function RemoveAvatarForm() {
  const router = useRouter()
  return (
    <ActionForm action={removeAvatarAction} onSuccess={router.refresh}>
      <SubmitButton variant="outline" pendingLabel="Removing…">
        Remove picture
      </SubmitButton>
    </ActionForm>
  )
}
