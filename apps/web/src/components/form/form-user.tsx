'use client'

import { createContext, type ReactNode, use } from 'react'

import { USER_FIELD } from '@kit/action-middleware/input/user-field'

const FormUserContext = createContext<string | undefined>(undefined)

/**
 * Binds the forms inside to this user: they act for nobody else, and keep what the user types when their session ends.
 * Other forms keep nothing.
 */
export function FormUser({ id, children }: { id: string; children: ReactNode }) {
  return <FormUserContext value={id}>{children}</FormUserContext>
}

export function useFormUser(): string | undefined {
  return use(FormUserContext)
}

/** Tells the server which user the form is for. */
export function UserField() {
  const id = useFormUser()
  return id ? <input type="hidden" name={USER_FIELD} value={id} /> : null
}
