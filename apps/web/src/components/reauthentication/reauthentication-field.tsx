'use client'

import { useId } from 'react'

import { REAUTHENTICATION_FIELD } from '@kit/action-middleware/input/reauthentication-field'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'

/**
 * Without JavaScript no dialog can open, so the form itself asks for the password and is submitted again with what was
 * typed. Not `required`, because with JavaScript the field is there but hidden.
 */
export function ReauthenticationField() {
  const id = useId()
  return (
    <div className="hidden space-y-1.5 noscript:block">
      <Label htmlFor={id}>Your password</Label>
      <Input
        id={id}
        name={REAUTHENTICATION_FIELD}
        type="password"
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page reloads, and the user continues here
        autoFocus
      />
      <p className="text-xs text-muted-foreground">
        Enter your password and submit the form again. Your changes are still here.
      </p>
    </div>
  )
}
