'use client'

import { usePathname } from 'next/navigation'
import { useId } from 'react'

import {
  REAUTHENTICATION_CODE_FIELD,
  REAUTHENTICATION_FIELD,
} from '@kit/action-middleware/input/reauthentication-field'
import { TextLink } from '@/components/text-link'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'

import { confirmPath } from '@/lib/url/confirm-path'

import { useHasPassword, useTwoFactor } from './ask-for-password'

/**
 * Without JavaScript no dialog can open, so the form itself asks for the password and is submitted again with what was
 * typed. Not `required`, because with JavaScript the field is there but hidden.
 */
export function ReauthenticationField() {
  const id = useId()
  const twoFactor = useTwoFactor()
  const hasPassword = useHasPassword()
  const pathname = usePathname()
  if (!hasPassword)
    return (
      <p className="hidden noscript:block">
        <TextLink href={confirmPath({ next: pathname })}>Confirm it's you</TextLink>, and submit the form
        again.
      </p>
    )
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
      {twoFactor ? (
        <>
          <Label htmlFor={`${id}-code`}>Your code</Label>
          <Input
            id={`${id}-code`}
            name={REAUTHENTICATION_CODE_FIELD}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
          />
        </>
      ) : null}
      <p className="text-xs text-muted-foreground">
        {twoFactor ? 'Enter your password and a code' : 'Enter your password'} and submit the form again. Your
        changes are still here.
      </p>
    </div>
  )
}
