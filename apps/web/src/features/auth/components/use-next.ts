'use client'

import { usePathname, useSearchParams } from 'next/navigation'

/** The actions' limit. A longer URL shouldn't prevent sign-in. */
const MAX_LENGTH = 2048

/** Where to go after sign-in: `next`, or the current page. Anyone can write it, so the actions validate it. */
export function useNext(next: string | undefined): string {
  const pathname = usePathname()
  const search = useSearchParams().toString()
  const here = search ? `${pathname}?${search}` : pathname
  return next ?? (here.length > MAX_LENGTH ? pathname : here)
}
