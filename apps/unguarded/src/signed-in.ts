import { getSession } from '@kit/auth/session/session'

/** Most actions here check the session, and nothing else. */
export async function signedIn() {
  const session = await getSession()
  if (!session) throw new Error('Not signed in.')
  return session.user
}
