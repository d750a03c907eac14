'use client'

import { useState } from 'react'

import { Icon } from '@/components/icon/icon'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'

import { Field, type FieldProps } from './field'

interface Props extends FieldProps {
  autoComplete: 'current-password' | 'new-password'
  onInput?: (value: string) => void
}

/** Never filled from the server. The show button needs JavaScript and is hidden without it. */
export function PasswordField({ name, label, hint, error, aside, className, autoComplete, onInput }: Props) {
  const [shown, setShown] = useState(false)
  return (
    <Field {...{ name, label, hint, error, aside, className }} required>
      {(control, bounds) => (
        <div className="relative">
          <Input
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            // Only for new passwords: an existing one may be older and shorter.
            minLength={autoComplete === 'new-password' ? bounds.minLength : undefined}
            className="pr-12 noscript:pr-3 md:pr-10"
            onInput={({ currentTarget }) => onInput?.(currentTarget.value)}
            {...control}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label="Show password"
            aria-pressed={shown}
            aria-controls={control.id}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 text-muted-foreground hover:bg-transparent hover:text-foreground noscript:hidden"
          >
            {shown ? <Icon name="eye-off" /> : <Icon name="eye" />}
          </Button>
        </div>
      )}
    </Field>
  )
}
