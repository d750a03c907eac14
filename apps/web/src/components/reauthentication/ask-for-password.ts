'use client'

import { createContext, use } from 'react'

/** Asks for the password; true once it was right, false when the visitor would rather not. */
export type AskForPassword = () => Promise<boolean>

/** Without a dialog to ask in, calls that need the password stay refused. */
const AskContext = createContext<AskForPassword>(async () => false)

export const AskForPasswordProvider = AskContext.Provider

export function useAskForPassword(): AskForPassword {
  return use(AskContext)
}
