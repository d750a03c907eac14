'use client'

import { type ReactNode, Suspense, useState, useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * Shows a skeleton until its content has come, but only where the visitor came by a link inside the app. A page that
 * the browser itself asked for is sent whole: streamed content needs a script to be put in its place, and once a
 * skeleton is sent, the status can no longer say 403 or 404.
 */
export function Streamed({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  // Decided once: a boundary that came later would rebuild everything in it.
  const [streams] = useState(hydrated)
  return streams ? <Suspense fallback={fallback}>{children}</Suspense> : children
}
