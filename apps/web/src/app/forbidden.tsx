import type { Metadata } from 'next'

import { PlainPage } from '@/components/plain-page'
import { StatusMessage } from '@/components/status-message'
import { readTheme } from '@/components/theme/read-theme'
import { ButtonLink } from '@/components/ui/button-link'

export const metadata: Metadata = { title: 'Access denied' }

export default async function Forbidden() {
  return (
    <PlainPage theme={await readTheme()}>
      <StatusMessage
        status={403}
        title="You don't have access"
        actions={<ButtonLink href="/organizations">Your organizations</ButtonLink>}
      >
        <p>Only site administrators can open this page. If you need access, ask one of them.</p>
      </StatusMessage>
    </PlainPage>
  )
}
