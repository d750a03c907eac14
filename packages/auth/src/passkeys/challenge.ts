import 'server-only'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { passkeyBounds } from '@kit/db/passkeys/values'
import { keyedHash } from '@kit/db/text/sealed-text'

// A challenge contains its expiry time and is signed for one purpose and one holder. So nothing is stored before it is
// answered, and a visitor who only looks at the sign-in page writes nothing.

/** What a challenge is for, and who may answer it: a session, or the browser that signs in. */
export interface Purpose {
  use: 'sign-in' | 'confirm' | 'add'
  holder: string
}

export interface Challenge {
  /** Random. */
  id: string
  expiresAt: Date
}

const RANDOM_BYTES = 18
const TIME_BYTES = 6

/** Base64url of 24 and of 32 bytes. */
const shape = /^([\w-]{32})([\w-]{43})$/

/** Returns a challenge in base64url. */
export function newChallenge(purpose: Purpose, now = Date.now()): string {
  const time = Buffer.alloc(TIME_BYTES)
  time.writeUIntBE(now + passkeyBounds.challengeMinutes * 60_000, 0, TIME_BYTES)
  const content = Buffer.concat([randomBytes(RANDOM_BYTES), time]).toString('base64url')
  return content + signatureOf(purpose, content)
}

/** Returns the challenge, or undefined when it has expired or this app did not make it for this use and holder. */
export function readChallenge(purpose: Purpose, text: string, now = Date.now()): Challenge | undefined {
  const [, content = '', signature = ''] = shape.exec(text) ?? []
  if (!content || !timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(purpose, content)))) return
  const time = Buffer.from(content, 'base64url').readUIntBE(RANDOM_BYTES, TIME_BYTES)
  return time > now ? { id: content, expiresAt: new Date(time) } : undefined
}

function signatureOf({ use, holder }: Purpose, content: string): string {
  return keyedHash({ purpose: 'passkey challenge', id: `${use}:${holder}` }, content)
}
