'use client'

import type { ReactNode } from 'react'

import { Alert } from '@/components/ui/alert'

import { noValues, StaleValuesContext } from './form-context'

interface Props {
  /** What was typed into a form from an earlier deployment, if this page answers its post. */
  typed?: Record<string, string>
  children: ReactNode
}

/**
 * Says that a form was out of date, and fills in what was typed. Wraps every page, because React finds a form's result by the
 * form's place in the tree.
 */
export function StalePost({ typed, children }: Props) {
  return (
    <StaleValuesContext value={typed ?? noValues}>
      {typed ? (
        <Alert role="alert" variant="warning" className="mx-auto mt-3 max-w-2xl">
          Gatehouse was updated and nothing was saved. Check your text, then submit it again.
        </Alert>
      ) : null}
      {children}
    </StaleValuesContext>
  )
}
