'use client'

import type { ReactNode } from 'react'

import { TextField } from './text-field'

interface Props {
  name: string
  /** Backup codes have letters; the others get a numeric keyboard. */
  isBackupCode?: boolean
  hint?: ReactNode
}

/** A code from an authenticator app, or a backup code. Phones and password managers fill in the first kind. */
export function CodeField({ name, isBackupCode = false, hint }: Props) {
  return (
    <TextField
      name={name}
      label={isBackupCode ? 'Backup code' : 'Code'}
      hint={hint ?? (isBackupCode ? undefined : 'From your authenticator app.')}
      required
      dir="ltr"
      autoComplete={isBackupCode ? 'off' : 'one-time-code'}
      inputMode={isBackupCode ? 'text' : 'numeric'}
      autoCapitalize="none"
      spellCheck={false}
      className="tabular-nums"
    />
  )
}
