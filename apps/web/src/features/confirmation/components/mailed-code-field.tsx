'use client'

import { TextField } from '@/components/form/text-field'

export function MailedCodeField() {
  return (
    <TextField
      name="mailedCode"
      label="Code from the email"
      required
      dir="ltr"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      className="tabular-nums"
    />
  )
}
