'use client'

import { useDeferredValue, useState } from 'react'

import type { FieldProps } from './field'
import { useField } from './form-context'
import { PasswordField } from './password-field'
import { PasswordStrength } from './password-strength'

/** Shows why a password was refused at its field. */
export const passwordCodes = (field: string) => ({ PASSWORD_GUESSABLE: field, PASSWORD_LEAKED: field })

/** A field for a new password. Says how hard the password is to guess while someone types it. */
export function NewPasswordField(props: Pick<FieldProps, 'name' | 'label'>) {
  // Each new generation of the field starts empty.
  const { generation } = useField(props.name)
  const [typed, setTyped] = useState({ generation, text: '' })
  const password = useDeferredValue(typed.generation === generation ? typed.text : '')
  return (
    <div className="space-y-1.5">
      <PasswordField
        {...props}
        autoComplete="new-password"
        hint="At least 12 characters. A few unrelated words work well."
        onInput={(text) => setTyped({ generation, text })}
      />
      <PasswordStrength password={password} />
    </div>
  )
}
