import type { ReactNode } from 'react'

import { StatusMessage } from '@/components/status-message'
import { ButtonLink } from '@/components/ui/button-link'

/** For an email link that lost its token. */
export function IncompleteLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <StatusMessage title="This link is incomplete" actions={<ButtonLink href={href}>{children}</ButtonLink>}>
      <p>Open the link from the email, or copy all of it. Some email apps break long links.</p>
    </StatusMessage>
  )
}
