'use client'

import { createContext, use } from 'react'

/** Asks for the password. Resolves to true once it was correct, and to false if the user cancels. */
export type AskForPassword = () => Promise<boolean>

interface Asking {
  ask: AskForPassword
  /** Whether the user enters a code too. */
  twoFactor: boolean
  /** False for someone who confirms their identity on a separate page instead. */
  hasPassword: boolean
}

/** Without a dialog, calls that need the password stay refused. */
const AskContext = createContext<Asking>({ ask: async () => false, twoFactor: false, hasPassword: true })

export const AskForPasswordProvider = AskContext.Provider

export function useAskForPassword(): AskForPassword {
  return use(AskContext).ask
}

/** Whether the user enters a code along with the password. */
export function useTwoFactor(): boolean {
  return use(AskContext).twoFactor
}

/** Whether the user has a password to enter. */
export function useHasPassword(): boolean {
  return use(AskContext).hasPassword
}
