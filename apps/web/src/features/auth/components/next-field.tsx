'use client'

import { usePathname } from 'next/navigation'

/** Carries where to go after signing in. The action decides whether to follow it: anyone can write one. */
export function NextField({ next }: { next?: string }) {
  const pathname = usePathname()
  const value = next ?? pathname
  return value ? <input type="hidden" name="next" value={value} /> : null
}
