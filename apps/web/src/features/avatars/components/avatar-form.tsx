'use client'

import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { setAvatarAction } from '../actions'
import { PictureField } from './picture-field'

const fieldOfCode = { CONFLICT: 'picture' }

export function AvatarForm() {
  const router = useRouter()
  return (
    <ActionForm
      action={setAvatarAction}
      fieldOfCode={fieldOfCode}
      success="Your picture has been changed."
      resetOnSuccess
      // The menu shows it too.
      onSuccess={router.refresh}
    >
      <PictureField />
      <SubmitButton pendingLabel="Uploading…">Upload</SubmitButton>
    </ActionForm>
  )
}
