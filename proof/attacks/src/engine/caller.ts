import type { CookieRecipe } from '../http/curl'
import type { Person } from '../app/people'
import type { Arena } from './arena'
import type { NamedRow } from './row'

/** Who sends a request. */
export interface Caller {
  name: string
  cookie?: CookieRecipe
  /** Whose data they may read in the reply; nobody's when this is left out. */
  person?: Person
}

export const nobody: Caller = { name: 'no cookie' }

export function signedIn(arena: Arena, person: Person): Caller {
  return { name: person, cookie: arena.session(person), person }
}

/** Sends this Cookie header, whatever it is worth. */
export function withCookie(name: string, cookie: string): Caller {
  return { name, cookie: { cookie, shell: `printf %s '${cookie.replaceAll("'", "'\\''")}'` } }
}

/** Who the row's example belongs to. */
export function rightfulCaller(arena: Arena, row: NamedRow): Caller {
  return row.as ? signedIn(arena, row.as) : nobody
}
