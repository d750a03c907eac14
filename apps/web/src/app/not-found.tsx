import type { Metadata } from 'next'

import { PlainPage } from '@/components/plain-page'
import { StatusMessage } from '@/components/status-message'
import { readTheme } from '@/components/theme/read-theme'
import { ButtonLink } from '@/components/ui/button-link'

export const metadata: Metadata = { title: 'Not found' }

export default async function NotFound() {
  return (
    <PlainPage theme={await readTheme()}>
      <StatusMessage
        status={404}
        title="Page not found"
        actions={
          <>
            <ButtonLink href="/organizations">Your organizations</ButtonLink>
            <ButtonLink href="/" variant="ghost">
              Home page{' '}
            </ButtonLink>
          </>
        }
      >
        <p>This page doesn't exist, or it belongs to an organization you're not a member of.</p>
      </StatusMessage>
    </PlainPage>
  )
}
