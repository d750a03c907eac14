import type { Metadata } from 'next'

import { PlainPage } from '@/components/plain-page'
import { readTheme } from '@/components/theme/read-theme'
import { SignIn } from '@/features/auth/components/sign-in'

export const metadata: Metadata = { title: 'Sign in' }

/** Replaces a page that needs a session, with status 401. Signing in returns to it. */
export default async function Unauthorized() {
  return (
    <PlainPage theme={await readTheme()}>
      <SignIn description="Sign in to continue." />
    </PlainPage>
  )
}
