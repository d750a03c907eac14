'use client'

import { LogOut } from 'lucide-react'
import { type FormEvent, useTransition } from 'react'

import { DropdownButton } from '@/components/ui/dropdown-menu'

import { signOutAction } from '../actions'

// It ends in a redirect: without JavaScript there is no answer for the form to show.
const signOut: (formData: FormData) => void = signOutAction

/** Ends the session; a form, so that it works without JavaScript and no link can be followed by accident. */
export function SignOutForm() {
  const [pending, startTransition] = useTransition()

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    startTransition(async () => {
      const refused = await signOutAction(fields)
      // Whoever believes to be signed out and is not has to know: the error page says so.
      if (refused) throw new Error('Signing out failed')
    })
  }

  return (
    <form action={signOut} onSubmit={submit}>
      <DropdownButton type="submit" disabled={pending}>
        <LogOut aria-hidden />
        {pending ? 'Signing out…' : 'Sign out'}
      </DropdownButton>
    </form>
  )
}
