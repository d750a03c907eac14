'use client'

import { type ReactNode, useEffect, useState } from 'react'

import { forgetPerson } from './person-mark'
import { hadPerson } from './person-watch'

/**
 * For pages shown after signing out. Reloads them if this document showed a signed-in page before: its scripts and
 * memory still hold what the user saw. Shows nothing until then.
 */
export function FreshDocument({ children }: { children: ReactNode }) {
  const [isStale] = useState(hadPerson)
  useEffect(() => {
    if (!isStale) return
    forgetPerson()
    location.reload()
  }, [isStale])
  return isStale ? null : children
}
