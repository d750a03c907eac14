import { client, type Realm } from './client'
import type { Grants } from './grants'
import { personIn } from './person'

export interface Authorization {
  redirectUri: string
  state: string
  nonce: string | undefined
  challenge: string
}

/** Returns the request, or what is wrong with it. Never redirects if the client or the redirect URI is wrong. */
export function authorizationIn(realm: Realm, query: URLSearchParams): Authorization | string {
  const redirectUri = query.get('redirect_uri') ?? ''
  if (query.get('client_id') !== client.id) return 'client_id is unknown'
  if (!/^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/[^?#]*$/.test(redirectUri))
    return 'redirect_uri is not on this machine'
  if (query.get('response_type') !== 'code') return 'response_type has to be code'
  const challenge = query.get('code_challenge') ?? ''
  if (query.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge))
    return 'PKCE with S256 is required'
  const state = query.get('state') ?? ''
  if (!state) return 'state is required'
  const nonce = query.get('nonce') ?? undefined
  if (realm !== 'github' && !(query.get('scope') ?? '').split(' ').includes('openid'))
    return 'scope has to contain openid'
  return { redirectUri, state, nonce, challenge }
}

/** Where the browser goes after the sign-in page's form is submitted. */
export function callbackOf(
  { realm, issuer, grants }: { realm: Realm; issuer: string; grants: Grants },
  { redirectUri, state, nonce, challenge }: Authorization,
  form: URLSearchParams,
): string {
  const callback = new URL(redirectUri)
  callback.searchParams.set('state', state)
  if (form.has('decline')) {
    callback.searchParams.set('error', 'access_denied')
  } else {
    const person = personIn(form)
    const signedInAt = Date.now()
    const code = grants.newCode({ realm, redirectUri, challenge, nonce, person, signedInAt })
    callback.searchParams.set('code', code)
    if (person.fault === 'issuer-parameter') issuer = `${issuer}x`
  }
  if (realm !== 'github') callback.searchParams.set('iss', issuer)
  return callback.href
}
