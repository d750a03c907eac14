import 'server-only'
import { signJWT, verifyJWT } from 'better-auth/crypto'
import { secrets } from '@kit/env/secrets'

interface Link {
  email: string
  /** The link's token as Better Auth accepts it: signed with the current secret. */
  token: string
}

/** Reads the token of a link that verifies an email, signed with any of our secrets. Undefined if it isn't valid. */
export async function readVerifyLink(token: string): Promise<Link | undefined> {
  const [current, ...previous] = secrets()
  const email = emailIn(await verifyJWT(token, current))
  if (email) return { email, token }
  for (const secret of previous) {
    const payload = await verifyJWT(token, secret)
    const earlier = emailIn(payload)
    if (!earlier || typeof payload?.exp !== 'number') continue
    const seconds = payload.exp - Math.floor(Date.now() / 1000)
    return { email: earlier, token: await signJWT(payload, current, seconds) }
  }
  return undefined
}

const emailIn = (payload: { email?: unknown } | null) =>
  typeof payload?.email === 'string' ? payload.email : undefined
