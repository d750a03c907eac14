'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { setAvatarAction } from '../actions'
import { PictureField } from './picture-field'

const fieldOfCode = { CONFLICT: 'picture' }

export function AvatarForm() {
  return (
    <ActionForm action={setAvatarAction} fieldOfCode={fieldOfCode} className="min-w-0 flex-1">
      <PictureField />
      <SubmitButton pendingLabel="Uploading…">Upload</SubmitButton>
    </ActionForm>
  )
}
