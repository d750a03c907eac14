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
        <p>Your role does not allow this. An owner or admin of the organization can change that.</p>
      </StatusMessage>
    </PlainPage>
  )
}
