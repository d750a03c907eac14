'use client'

import { useDeferredValue, useState } from 'react'

import type { FieldProps } from './field'
import { useField } from './form-context'
import { PasswordField } from './password-field'
import { PasswordStrength } from './password-strength'

/** Shows why a password was refused at its field. */
export const passwordCodes = (field: string) => ({ PASSWORD_GUESSABLE: field, PASSWORD_LEAKED: field })

/** For choosing a password: says while typing how hard it is to guess. */
export function NewPasswordField(props: Pick<FieldProps, 'name' | 'label'>) {
  // A new generation of the field is empty again.
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
