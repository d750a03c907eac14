import { labeled, native, object, promise, type Abstract } from '../guards/abstract'
import { factsOf } from '../guards/facts'
import type { Call } from '../guards/run'
import { recordUse } from '../calls/record-use'
import { session, signedIn } from './session-values'

const makers: ReadonlySet<string> = new Set([
  'createClient',
  'createServerClient',
  'createServerComponentClient',
  'createServerActionClient',
  'createRouteHandlerClient',
  'createMiddlewareClient',
  'createPagesServerClient',
])

/** A client of Supabase, however it is made. */
export function supabaseCall({
  source,
  path,
}: Extract<Abstract, { kind: 'external' }>): Abstract | undefined {
  return source.startsWith('@supabase/') && makers.has(path) ? client : undefined
}

const client: Abstract = {
  kind: 'host',
  labels: 0,
  name: 'supabase',
  member: (key) => (key === 'auth' ? auth : key === 'from' || key === 'schema' ? table : undefined),
}

/** `client.from('posts')`, whatever the client is called. */
const table: Abstract = native('from', () => ({
  kind: 'host',
  labels: 0,
  name: 'supabase',
  member: (key) => (key === 'from' ? table : undefined),
}))

const auth: Abstract = {
  kind: 'host',
  labels: 0,
  name: 'supabase.auth',
  member: (key) => native(`supabase.auth.${key}`, (call) => answer(key, call)),
}

/** `{ data: { user }, error }` always exists, but the user may not. */
function answer(key: string, call: Call): Abstract {
  const { site } = call
  const note = `auth.${key}() of Supabase`
  const someone = session(site, note, 'user')
  const error = labeled(0, { falsy: signedIn(site, note) })
  switch (key) {
    case 'getUser':
      return promise(object({ data: object({ user: someone }), error }))
    case 'getSession': {
      // Read from a cookie without verifying its signature.
      const unread = factsOf({
        column: 'authentication',
        grade: 'unread',
        ...site,
        note: `${note} reads the cookie without verifying it; use getUser()`,
      })
      const whole = { ...session(site, note), truthy: unread, trail: 'session' }
      return promise(object({ data: object({ session: whole }), error: labeled(0) }))
    }
    case 'getClaims':
      return promise(object({ data: session(site, note), error: labeled(0) }))
    case 'onAuthStateChange':
      return labeled(0)
    default:
      recordUse('write', `supabase.auth.${key}`, call)
      return promise(object({ data: object({}, 'answer'), error: labeled(0) }))
  }
}
