import type { Metadata } from 'next'

import { getSession } from '@kit/auth/session/session'
import { PlainPage } from '@/components/plain-page'
import { readTheme } from '@/components/theme/read-theme'
import { SessionEnded } from '@/features/auth/components/session-ended'
import { SignIn } from '@/features/auth/components/sign-in'
import { ImpersonationOver } from '@/features/impersonation/components/impersonation-over'
import { loadImpersonation } from '@/features/impersonation/loaders'

export const metadata: Metadata = { title: 'Sign in' }

/**
 * Replaces a page that needs a session, with status 401. Signing in returns to it. Next sends this page along with every
 * other one in this folder, so a signed-in user doesn't get the form in advance.
 */
export default async function Unauthorized() {
  if (await getSession()) return <SessionEnded />
  return (
    <PlainPage theme={await readTheme()}>
      {(await loadImpersonation()) ? <ImpersonationOver /> : <SignIn description="Sign in to continue." />}
    </PlainPage>
  )
}
