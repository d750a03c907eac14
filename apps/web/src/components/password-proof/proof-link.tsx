'use client'

import { usePathname } from 'next/navigation'

import { TextLink } from '@/components/text-link'

/** Without JavaScript nobody can ask on the spot: the way to the page that does, and from there back to this one. */
export function ProofLink() {
  const pathname = usePathname()
  return (
    <TextLink
      href={`/account/confirm-password?next=${encodeURIComponent(pathname)}`}
      className="hidden noscript:inline"
    >
      Enter it, then send the form again
    </TextLink>
  )
}
