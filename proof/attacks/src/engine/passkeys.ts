import { createHmac, hkdfSync, randomBytes } from 'node:crypto'

import { Authenticator } from '@kit/auth/testing/authenticator'

import { authSecret, baseUrl } from '../app/environment'
import { parseSessionCookie } from '../app/sessions'
import type { Person } from '../app/people'
import type { Database } from '../state/database'
import type { Arena } from './arena'
import { guarded } from './two-factor'

/** Who has a passkey in the baseline: one person with two-factor authentication, and one without. */
const holders: readonly Person[] = [guarded, 'editor@acme.test']

/** The browser in which the arena signs in with a passkey. */
export const SIGN_IN_BROWSER = 'B'.repeat(43)

export const signInBrowserCookie = `gatehouse.passkey_sign_in=${SIGN_IN_BROWSER}`

type Use = 'sign-in' | 'confirm' | 'add'
type Circumstances = Partial<Parameters<Authenticator['assert']>[1]>

interface Challenged {
  use: Use
  holder: string
  /** When the challenge was issued, in milliseconds. */
  at?: number
}

const LIFETIME = 10 * 60_000

/** Adds everyone's passkey to the database. */
export async function addPasskeys({ sql }: Database): Promise<void> {
  for (const person of holders) {
    const { credentialId, publicKey } = new Authenticator(person)
    await sql`INSERT INTO passkey (user_id, credential_id, public_key, counter, name)
      SELECT id, ${credentialId}, ${publicKey.toString('base64url')}, 0, 'Key' FROM "user" WHERE email = ${person}`
  }
  await sql`DELETE FROM audit_event WHERE target_type = 'passkey'`
}

/** Returns a challenge as the app makes it. */
export function challengeFor({ use, holder, at = Date.now() }: Challenged): string {
  const time = Buffer.alloc(6)
  time.writeUIntBE(at + LIFETIME, 0, 6)
  const content = Buffer.concat([randomBytes(18), time]).toString('base64url')
  const key = Buffer.from(hkdfSync('sha256', authSecret() ?? '', '', 'passkey challenge', 32))
  return content + createHmac('sha256', key).update(`${use}:${holder}:${content}`).digest('base64url')
}

/** What an honest browser reports on the app's pages. */
const here = (changes: Circumstances) => ({ origin: baseUrl().origin, rpId: baseUrl().hostname, ...changes })

/** When the attacks are only listed and not fired, nothing is signed, so the list is always the same. */
const unsigned = (text: string) => Buffer.from(text).toString('base64url')

/** Returns the fields of a correct answer with a person's passkey, or of an almost correct one. */
export function assertionOf(
  arena: Arena,
  person: Person,
  { use, holder, at }: Challenged,
  changes: Circumstances = {},
): Record<string, string> {
  const key = new Authenticator(person)
  const { credentialId } = key
  const userHandle = Buffer.from(arena.userId(person)).toString('base64url')
  if (authSecret() === undefined)
    return {
      credentialId,
      clientData: unsigned('client data'),
      authenticatorData: unsigned('authenticator data'),
      signature: unsigned('signature'),
      userHandle,
    }
  const challenge = challengeFor({ use, holder, ...(at !== undefined && { at }) })
  const answer = key.assert(challenge, here({ userHandle, ...changes }))
  return { ...answer, userHandle: answer.userHandle ?? '' }
}

/** Returns the fields of an answer that makes a new passkey. */
export function attestationOf(
  name: string,
  { use, holder, at }: Challenged,
  changes: Circumstances = {},
): Record<string, string> {
  const key = new Authenticator(name)
  const { credentialId } = key
  if (authSecret() === undefined)
    return { credentialId, clientData: unsigned('client data'), attestationObject: unsigned('attestation') }
  const challenge = challengeFor({ use, holder, ...(at !== undefined && { at }) })
  return { ...key.attest(challenge, here(changes)) }
}

/** The ID of a person's live session, which holds their challenges. */
export function liveSessionOf(arena: Arena, person: Person): string {
  if (authSecret() === undefined) return ''
  const { token } = parseSessionCookie(arena.session(person).cookie)
  return String(arena.rows('session').find((row) => row.token === token)?.id)
}
