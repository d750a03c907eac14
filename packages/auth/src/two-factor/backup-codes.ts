import { randomInt } from 'node:crypto'
import { keyedHash, keyedHashes } from '@kit/db/text/sealed-text'
import { twoFactorBounds } from '@kit/db/two-factor/values'

/** Without characters that look alike. */
// cspell:disable-next-line -- the alphabet
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const HALF = 5

/** Returns a code of about 50 bits, in two halves: `h7wqx-3mk9p`. */
export function newCode(): string {
  const half = () => Array.from({ length: HALF }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${half()}-${half()}`
}

/** Returns ten different codes. */
export function newBackupCodes(): string[] {
  const codes = new Set<string>()
  while (codes.size < twoFactorBounds.backupCodes) codes.add(newCode())
  return [...codes]
}

/** Returns what is stored of a code. Keyed, because a plain hash of 50 bits could be searched. */
export function backupCodeHash(userId: string, code: string): string {
  return keyedHash(sealOf(userId), plain(code))
}

/**
 * Returns every hash under which a code may be stored: if the secret was replaced, older codes still have a hash made with a
 * previous one.
 */
export function backupCodeHashes(userId: string, code: string): string[] {
  return keyedHashes(sealOf(userId), plain(code))
}

const sealOf = (userId: string) => ({ purpose: 'backup code', id: userId })

const plain = (code: string) => code.toLowerCase().replaceAll(/[\s-]/g, '')
