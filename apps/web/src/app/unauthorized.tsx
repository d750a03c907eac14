import type { Metadata } from 'next'

import { PlainPage } from '@/components/plain-page'
import { readTheme } from '@/components/theme/read-theme'
import { SignIn } from '@/features/auth/components/sign-in'

export const metadata: Metadata = { title: 'Sign in' }

/** Shown in place of the page that asked for a session, with status 401; signing in leads back to it. */
export default async function Unauthorized() {
  return (
    <PlainPage theme={await readTheme()}>
      <SignIn description="Sign in to continue." />
    </PlainPage>
  )
}
