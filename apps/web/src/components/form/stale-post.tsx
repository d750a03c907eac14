'use client'

import type { ReactNode } from 'react'

import { Alert } from '@/components/ui/alert'

import { StaleValuesContext } from './form-context'

/** A page that answers the post of an earlier deployment's form: says so, and fills in what was typed. */
export function StalePost({ typed, children }: { typed: Record<string, string>; children: ReactNode }) {
  return (
    <StaleValuesContext value={typed}>
      <Alert role="alert" variant="warning" className="mx-auto mt-3 max-w-2xl">
        Gatehouse was updated, and nothing was saved. Check what you typed, then send it again.
      </Alert>
      {children}
    </StaleValuesContext>
  )
}
