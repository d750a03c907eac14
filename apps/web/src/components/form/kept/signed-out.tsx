'use client'

import { usePathname, useSearchParams } from 'next/navigation'

import { TextLink } from '@/components/text-link'

/** Says that the session has ended, and links to a sign-in that returns here. */
export function SignedOut({ isKept }: { isKept: boolean }) {
  const pathname = usePathname()
  const search = useSearchParams().toString()
  const next = new URLSearchParams({ next: search ? `${pathname}?${search}` : pathname })
  return (
    <p>
      You were signed out. <TextLink href={`/sign-in?${next.toString()}`}>Sign in</TextLink> again to continue
      {isKept ? '. Your text is kept' : ''}.
    </p>
  )
}
