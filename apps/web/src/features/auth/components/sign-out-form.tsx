'use client'

import { type FormEvent, useTransition } from 'react'

import { Icon } from '@/components/icon/icon'
import { DropdownButton } from '@/components/ui/dropdown-menu'
import { DeploymentField } from '@/lib/deployment/deployment-field'

import { signOutAction } from '../actions'

// It redirects, so there is no response to show without JavaScript.
const signOut: (formData: FormData) => void = signOutAction

/** A form, so it works without JavaScript and can't be triggered by a link. */
export function SignOutForm() {
  const [pending, startTransition] = useTransition()

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    startTransition(async () => {
      // Leaves nothing that this tab stored for the next user.
      sessionStorage.clear()
      const refused = await signOutAction(fields)
      // The error page tells users that they are still signed in.
      if (refused) throw new Error('Signing out failed')
    })
  }

  return (
    <form action={signOut} onSubmit={submit}>
      <DeploymentField />
      <DropdownButton type="submit" disabled={pending}>
        <Icon name="log-out" />
        {pending ? 'Signing out…' : 'Sign out'}
      </DropdownButton>
    </form>
  )
}
