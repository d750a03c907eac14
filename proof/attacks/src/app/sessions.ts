import { createHmac } from 'node:crypto'

import { actionRequest } from '../http/action-call'
import { cookieShell, type CookieRecipe } from '../http/curl'
import { baseUrl } from './environment'
import { demoPassword } from './people'
import { FormFields } from '../http/reply-encoding'
import { send, type RawResponse } from '../http/raw-http'

/** A signed-in browser. */
export interface SignedIn extends CookieRecipe {
  /** The cookie by which the app recognizes the browser at the next sign-in. */
  browser: string
}

/** Signs someone in with the real action, like the sign-in page. */
export async function signIn(
  signInId: string,
  email: string,
  { password = demoPassword, browser = '' } = {},
): Promise<SignedIn> {
  const fields = new FormFields([
    ['email', email],
    ['password', password],
  ])
  const headers: Record<string, string> = browser ? { Cookie: browser } : {}
  const request = actionRequest({ id: signInId, page: '/sign-in', headers }, [{}, fields])
  const response = await send(request)
  const cookies = cookiesOf(response).split('; ')
  const named = (name: string) => cookies.find((pair) => pair.split('=', 1)[0]?.endsWith(name)) ?? ''
  const cookie = named('.session_token')
  if (cookie === '')
    throw new Error(`${email} could not sign in: ${response.status} ${response.body.slice(0, 300)}`)
  return { cookie, shell: cookieShell(request, baseUrl().origin), browser: named('.browser') }
}

/** Returns the Cookie header for the next request. */
export function cookiesOf({ headers }: RawResponse): string {
  const lines = headers['set-cookie']?.split('\n') ?? []
  return lines
    .map((line) => line.split(';', 1)[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')
}

interface SignedCookie {
  name: string
  token: string
  signature: string
}

/** Parses a session cookie: `<name>=<token>.<signature>`, URL-encoded. */
export function parseSessionCookie(cookie: string): SignedCookie {
  const separator = cookie.indexOf('=')
  const value = decodeURIComponent(cookie.slice(separator + 1))
  const dot = value.lastIndexOf('.')
  if (separator === -1 || dot === -1) throw new Error('The session cookie is not signed.')
  return { name: cookie.slice(0, separator), token: value.slice(0, dot), signature: value.slice(dot + 1) }
}

/** Public, so anyone can sign with it. */
const DEVELOPMENT_SECRET = 'gatehouse-development-secret-not-for-production'

/** Returns invalid session cookies. `other` is another person's valid one. */
export function forgedCookies(cookie: string, other: string): { label: string; cookie: string }[] {
  const mine = parseSessionCookie(cookie)
  const theirs = parseSessionCookie(other)
  const make = (token: string, signature: string) =>
    `${mine.name}=${encodeURIComponent(`${token}.${signature}`)}`
  const turned = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`
  const signed = (token: string, secret: string) =>
    createHmac('sha256', secret).update(token).digest('base64')
  return [
    { label: 'wrong signature', cookie: make(mine.token, turned(mine.signature)) },
    { label: 'another token under this signature', cookie: make(theirs.token, mine.signature) },
    { label: 'no signature', cookie: `${mine.name}=${encodeURIComponent(mine.token)}` },
    { label: 'empty signature', cookie: make(mine.token, '') },
    { label: 'an unknown token', cookie: make(turned(mine.token), mine.signature) },
    { label: 'empty', cookie: `${mine.name}=` },
    {
      label: 'signed with the development secret',
      cookie: make(mine.token, signed(mine.token, DEVELOPMENT_SECRET)),
    },
    { label: 'signed with an empty secret', cookie: make(mine.token, signed(mine.token, ' ')) },
    { label: 'SQL', cookie: make("' OR 1=1 --", mine.signature) },
    { label: 'a NUL', cookie: make('\0', mine.signature) },
    { label: 'malformed encoding', cookie: `${mine.name}=%E0%A4%A` },
    { label: 'prototype name', cookie: '__proto__=1; constructor=1' },
  ]
}
