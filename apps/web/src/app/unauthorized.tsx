import type { Metadata } from 'next'

import { PlainPage } from '@/components/plain-page'
import { StatusMessage } from '@/components/status-message'
import { readTheme } from '@/components/theme/read-theme'
import { ButtonLink } from '@/components/ui/button-link'

export const metadata: Metadata = { title: 'Sign in' }

/**
 * For a page outside `(signed-in)` that needs a session. Next sends it along with every page, so it has no form. Next's own
 * version is larger, and has styles that the Content-Security-Policy refuses.
 */
export default async function Unauthorized() {
  return (
    <PlainPage theme={await readTheme()}>
      <StatusMessage
        status={401}
        title="Sign in to continue"
        actions={<ButtonLink href="/sign-in">Sign in</ButtonLink>}
      >
        <p>You need to sign in to open this page.</p>
      </StatusMessage>
    </PlainPage>
  )
}
