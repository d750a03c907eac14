import { getSession } from '@kit/auth/session/session'

/** The one thing that most actions here do right. */
export async function signedIn() {
  const session = await getSession()
  if (!session) throw new Error('Not signed in.')
  return session.user
}
