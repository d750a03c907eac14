import { approve } from '@kit/openid-provider/approve'
import type { Person } from '@kit/openid-provider/person'
import { cookiesOf } from '@kit/attacks/app/sessions'
import { anonymous, type Caller } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { attacks } from './attacks'
import type { Arena } from '@kit/attacks/engine/arena'
import type { Shot } from '@kit/attacks/engine/attack'
import type { Input, NamedRow } from '@kit/attacks/engine/row'
import { send, type RawResponse } from '@kit/attacks/http/raw-http'

/** The matrix row of a public action. */
export function publicRow(exportName: string): NamedRow {
  const row = attacks.find((candidate) => candidate.exportName === exportName)
  if (!row) throw new Error(`The matrix has no row ${exportName}.`)
  return row
}

interface PublicShot extends Partial<Shot> {
  label: string
  input: Input
  caller?: Caller
  headers?: Record<string, string>
}

/** One request to a public action, signed out and refused by default. */
export function publicShot(arena: Arena, row: NamedRow, { headers, ...shot }: PublicShot): Shot {
  const caller = shot.caller ?? anonymous
  const request = callsTo(arena, row, caller).likeTheApp(shot.input, { headers })
  return { caller, request, must: 'hold', refusal: { codes: row.refusals }, ...shot }
}

/** A person of the providers who has no account. */
export const stranger: Person = {
  subject: '4711',
  name: 'Ada Lovelace',
  email: 'ada@attack.test',
  emailVerified: true,
}

type Provider = 'oidc' | 'google' | 'github'

interface Visit {
  /** The cookie of the browser that left. */
  cookie: string
  /** Where it was sent. */
  url: string
}

export const get = (path: string, cookie = '', headers: Record<string, string> = {}): Promise<RawResponse> =>
  send({ method: 'GET', path, headers: { ...headers, ...(cookie && { Cookie: cookie }) } })

/** Starts a visit to a provider, as a browser does. */
export async function leave(arena: Arena, provider: Provider = 'oidc', next = '/account'): Promise<Visit> {
  const start = callsTo(arena, publicRow('startProviderSignInAction'), anonymous)
  const cookie = cookiesOf(await send(start.likeTheApp({ provider, next })))
  const { body } = await get('/sign-in/provider', cookie)
  const url = /http-equiv="refresh" content="0; url=([^"]+)"/i.exec(body)?.[1]?.replaceAll('&amp;', '&')
  if (!url) throw new Error('The page leads to no provider.')
  return { cookie, url }
}

export const comeBack = (callback: string, cookie: string): Promise<RawResponse> => {
  const { pathname, search } = new URL(callback)
  return get(`${pathname}${search}`, cookie)
}

/** Goes to the provider, signs in there and comes back. */
export async function signInAs(
  arena: Arena,
  person: Person,
  provider: Provider = 'oidc',
  next?: string,
): Promise<RawResponse> {
  const { cookie, url } = await leave(arena, provider, next)
  return comeBack(await approve(url, person), cookie)
}

export const isSignedIn = (reply: RawResponse) => cookiesOf(reply).includes('session_token=')
