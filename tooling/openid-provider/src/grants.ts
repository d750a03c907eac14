import { createHash, randomBytes } from 'node:crypto'
import { client, type Realm } from './client'
import type { Person } from './person'

/** The request that someone approved. */
export interface Grant {
  realm: Realm
  redirectUri: string
  challenge: string
  nonce: string | undefined
  person: Person
  signedInAt: number
}

const CODE_LIFETIME = 60_000

const random = () => randomBytes(24).toString('base64url')

/** Codes work once and for one minute; access tokens work until the server stops. */
export class Grants {
  readonly #codes = new Map<string, Grant>()
  readonly #tokens = new Map<string, Grant>()

  /** @param reusable whether a code works more than once, against the protocol */
  constructor(private readonly reusable: boolean) {}

  newCode(grant: Grant): string {
    const code = random()
    this.#codes.set(code, grant)
    return code
  }

  /** Returns an access token and its grant, or undefined for a code that is wrong, already used, or issued to someone else. */
  exchange(realm: Realm, form: URLSearchParams): { token: string; grant: Grant } | undefined {
    const code = form.get('code') ?? ''
    const grant = this.#codes.get(code)
    if (!this.reusable) this.#codes.delete(code)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isRight =
      grant?.realm === realm &&
      grant.redirectUri === form.get('redirect_uri') &&
      grant.challenge === challenge &&
      Date.now() - grant.signedInAt < CODE_LIFETIME
    if (!isRight) return undefined
    const token = random()
    this.#tokens.set(token, grant)
    return { token, grant }
  }

  ofToken(realm: Realm, authorization: string | undefined): Grant | undefined {
    const grant = this.#tokens.get(/^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '')
    return grant?.realm === realm ? grant : undefined
  }
}

/** Whether the client sent its secret, in the header or in the form. */
export function isClient(authorization: string | undefined, form: URLSearchParams): boolean {
  const basic = Buffer.from(/^Basic (.+)$/i.exec(authorization ?? '')?.[1] ?? '', 'base64').toString()
  const [id, secret] = basic
    ? basic.split(':').map(decodeURIComponent)
    : [form.get('client_id'), form.get('client_secret')]
  return id === client.id && secret === client.secret
}
