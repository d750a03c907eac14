'use client'

import { ButtonLink } from '@/components/ui/button-link'
import { withNext } from '@/lib/url/with-next'

import { useNext } from './use-next'

/** Opens the page that mails a sign-in link. */
export function MailedLinkButton({ next }: { next?: string }) {
  return (
    <ButtonLink href={withNext('/sign-in/link', useNext(next))} variant="outline" className="w-full">
      Email me a sign-in link
    </ButtonLink>
  )
}
