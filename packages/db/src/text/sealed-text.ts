import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { secrets } from '@kit/env/secrets'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What a sealed text is for, and the row that it belongs to. It opens only for the same two. */
export interface Seal {
  purpose: string
  id: string
}

/** Encrypts text with a key derived from BETTER_AUTH_SECRET, so a leaked table or backup doesn't reveal it. */
export function sealText({ purpose, id }: Seal, text: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor(purpose, secrets()[0]), nonce).setAAD(Buffer.from(id))
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64')
}

/**
 * Opens what the current secret or a previous one sealed.
 * @throws Error when the text was sealed with another secret, for another purpose or for another row
 */
export function openText(seal: Seal, sealed: string): string {
  let failure: unknown
  for (const secret of secrets()) {
    try {
      return openWith(secret, seal, sealed)
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

/** Returns the text sealed with the current secret. Unchanged if the current secret already sealed it. */
export function resealText(seal: Seal, sealed: string): string {
  try {
    openWith(secrets()[0], seal, sealed)
    return sealed
  } catch {
    return sealText(seal, openText(seal, sealed))
  }
}

function openWith(secret: string, { purpose, id }: Seal, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv(CIPHER, keyFor(purpose, secret), nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(id)).setAuthTag(tag)
  const content = bytes.subarray(NONCE_BYTES + TAG_BYTES)
  return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8')
}

/** Returns a hash that can't be made or checked without BETTER_AUTH_SECRET. */
export function keyedHash(seal: Seal, text: string): string {
  return hashWith(secrets()[0], seal, text)
}

/** Returns every hash under which the text may be stored: the current secret's, then the previous ones'. */
export function keyedHashes(seal: Seal, text: string): string[] {
  return secrets().map((secret) => hashWith(secret, seal, text))
}

function hashWith(secret: string, { purpose, id }: Seal, text: string): string {
  return createHmac('sha256', keyFor(purpose, secret)).update(`${id}:${text}`).digest('base64url')
}

function keyFor(purpose: string, secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}
