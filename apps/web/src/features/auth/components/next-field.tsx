'use client'

import { usePathname, useSearchParams } from 'next/navigation'

/** The action's limit. A longer URL shouldn't prevent sign-in. */
const MAX_LENGTH = 2048

/** Where to go after sign-in. Anyone can write it, so the action validates it. */
export function NextField({ next }: { next?: string }) {
  const pathname = usePathname()
  const search = useSearchParams().toString()
  const here = search ? `${pathname}?${search}` : pathname
  const value = next ?? (here.length > MAX_LENGTH ? pathname : here)
  return value ? <input type="hidden" name="next" value={value} /> : null
}
