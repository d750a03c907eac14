'use client'

import { createContext, type ReactNode, use } from 'react'

const KeptOwnerContext = createContext<string | undefined>(undefined)

/** Lets the forms inside keep what this user types when their session ends. Other forms keep nothing. */
export function KeptOwner({ userId, children }: { userId: string; children: ReactNode }) {
  return <KeptOwnerContext value={userId}>{children}</KeptOwnerContext>
}

export function useKeptOwner(): string | undefined {
  return use(KeptOwnerContext)
}
