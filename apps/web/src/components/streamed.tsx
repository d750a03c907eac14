'use client'

import { type ReactNode, Suspense, useState, useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * Shows a skeleton while content loads, but only on client navigation. A full page load is sent whole: streaming needs a
 * script, and after the skeleton the status can't become 403 or 404 anymore.
 */
export function Streamed({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  // Fixed on first render: adding a boundary later would remount the content.
  const [streams] = useState(hydrated)
  return streams ? <Suspense fallback={fallback}>{children}</Suspense> : children
}
