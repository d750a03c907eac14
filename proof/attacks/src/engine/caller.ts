import type { CookieRecipe } from '../http/curl'
import type { Person } from '../app/people'
import { parseSessionCookie } from '../app/sessions'
import { guarded } from './two-factor'
import type { Arena } from './arena'
import type { NamedRow } from './row'

/** The sender of a request. */
export interface Caller {
  name: string
  cookie?: CookieRecipe
  /** The person whose data the reply may contain. */
  person?: Person
}

export const anonymous: Caller = { name: 'no cookie' }

export function signedIn(arena: Arena, person: Person): Caller {
  return { name: person, cookie: arena.session(person), person }
}

/** A caller with this Cookie header, valid or not. */
export function withCookie(name: string, cookie: string): Caller {
  return { name, cookie: { cookie, shell: `printf %s '${cookie.replaceAll("'", "'\\''")}'` } }
}

/** The person with two-factor authentication, whose password was right and whose code is pending. */
export function codePending(arena: Arena): Caller {
  return { name: 'code pending', cookie: arena.record.challenge, person: guarded }
}

/** The pending sign-in's cookie value in place of a session cookie, and its cookie next to that of an ended session. */
export function codePendingAsSession(arena: Arena): Caller[] {
  const { cookie } = arena.record.challenge
  const value = cookie.slice(cookie.indexOf('=') + 1)
  const ended = arena.session('editor@acme.test', 'signedOut').cookie
  const { name } = parseSessionCookie(ended)
  return [
    withCookie('code pending, as a session', `${name}=${value}`),
    withCookie('code pending, with an ended session', `${cookie}; ${ended}`),
  ]
}

/** Returns the caller of the row's allowed call. */
export function allowedCaller(arena: Arena, row: NamedRow): Caller {
  if (row.codePending) return codePending(arena)
  if (row.kind === 'public' && row.cookie) return withCookie('with its cookie', row.cookie(arena))
  return row.as ? signedIn(arena, row.as) : anonymous
}
