'use client'

import { createContext, use } from 'react'

/** Asks for the password. True once it was correct, false if the user cancels. */
export type AskForPassword = () => Promise<boolean>

interface Asking {
  ask: AskForPassword
  /** Whether the user enters a code too. */
  twoFactor: boolean
}

/** Without a dialog, calls that need the password stay refused. */
const AskContext = createContext<Asking>({ ask: async () => false, twoFactor: false })

export const AskForPasswordProvider = AskContext.Provider

export function useAskForPassword(): AskForPassword {
  return use(AskContext).ask
}

/** Whether the user enters a code along with the password. */
export function useTwoFactor(): boolean {
  return use(AskContext).twoFactor
}
