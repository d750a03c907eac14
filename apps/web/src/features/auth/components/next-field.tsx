'use client'

import { useNext } from './use-next'

/** Where to go after sign-in. */
export function NextField({ next }: { next?: string }) {
  const value = useNext(next)
  return value ? <input type="hidden" name="next" value={value} /> : null
}
