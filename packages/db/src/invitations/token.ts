import { createHash, randomBytes } from 'node:crypto'

const shape = /^[A-Za-z0-9_-]{43}$/

/** Returns a secret for a link and the hash to store. 256 random bits need no slow hash. */
export function makeInvitationToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashed(token) }
}

/** Returns the hash to look a token up by, or undefined for a malformed token. */
export function invitationTokenHash(token: string): string | undefined {
  return shape.test(token) ? hashed(token) : undefined
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
