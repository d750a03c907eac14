'use client'

import { createContext, use } from 'react'

/** Asks for the password. True once it was correct, false if the user cancels. */
export type AskForPassword = () => Promise<boolean>

/** Without a dialog, calls that need the password stay refused. */
const AskContext = createContext<AskForPassword>(async () => false)

export const AskForPasswordProvider = AskContext.Provider

export function useAskForPassword(): AskForPassword {
  return use(AskContext)
}
