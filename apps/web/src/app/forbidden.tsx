import type { Metadata } from 'next'

import { PlainPage } from '@/components/plain-page'
import { StatusMessage } from '@/components/status-message'
import { readTheme } from '@/components/theme/read-theme'
import { ButtonLink } from '@/components/ui/button-link'

export const metadata: Metadata = { title: 'Not allowed' }

export default async function Forbidden() {
  return (
    <PlainPage theme={await readTheme()}>
      <StatusMessage
        status={403}
        title="The gate stays shut"
        actions={<ButtonLink href="/organizations">Your organizations</ButtonLink>}
      >
        <p>This is for those who run this site. One of them can let you in, and nobody else.</p>
      </StatusMessage>
    </PlainPage>
  )
}
