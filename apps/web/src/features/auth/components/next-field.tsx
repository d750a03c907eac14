'use client'

import { usePathname, useSearchParams } from 'next/navigation'

/** More than this the action refuses, and an address that is too long is no reason not to be let in. */
const MAX_LENGTH = 2048

/** Carries where to go after signing in. The action decides whether to follow it: anyone can write one. */
export function NextField({ next }: { next?: string }) {
  const pathname = usePathname()
  const search = useSearchParams().toString()
  const here = search ? `${pathname}?${search}` : pathname
  const value = next ?? (here.length > MAX_LENGTH ? pathname : here)
  return value ? <input type="hidden" name="next" value={value} /> : null
}
