import {
  CREDENTIAL,
  INPUT,
  PRINCIPAL,
  labeled,
  labelsOf,
  native,
  object,
  promise,
  type Abstract,
} from '../guards/abstract'
import { ofAnyone } from '../guards/of-anyone'
import type { Call, Site } from '../guards/run'
import { runInside, runOn } from '../calls/natives'
import { recordUse } from '../calls/record-use'
import { certain, certainLater, decision, holder, session, signedIn } from './session-values'

type External = Extract<Abstract, { kind: 'external' }>

/** Functions that return a session or nothing, by package. */
const maybe: Readonly<Record<string, readonly string[]>> = {
  'next-auth': ['getServerSession', 'unstable_getServerSession'],
  'next-auth/next': ['getServerSession', 'unstable_getServerSession'],
  'next-auth/jwt': ['getToken'],
  '@auth/core/jwt': ['getToken'],
  '@auth0/nextjs-auth0': ['getSession'],
  '@descope/nextjs-sdk/server': ['session'],
  '@propelauth/nextjs/server/app-router': ['getUser'],
  '@convex-dev/auth/nextjs/server': ['convexAuthNextjsToken'],
  '@kinde-oss/kinde-auth-nextjs/server': [],
}

/** Functions that throw or redirect without a session. */
const sure: Readonly<Record<string, readonly string[]>> = {
  '@propelauth/nextjs/server/app-router': ['getUserOrRedirect'],
  jsonwebtoken: ['verify'],
}

/** Functions that throw unless a token's signature is valid. */
const signed: Readonly<Record<string, readonly string[]>> = {
  jose: ['jwtVerify', 'jwtDecrypt', 'compactVerify'],
  'next-auth/jwt': ['decode'],
  '@paralleldrive/branca': ['decode'],
  paseto: ['verify'],
}

/** Methods that verify a token, such as `lucia.validateSession(id)`. */
const methods: Readonly<Record<string, 'now' | 'certain' | 'lucia'>> = {
  validateSession: 'lucia',
  verifyIdToken: 'certain',
  verifySessionCookie: 'certain',
  verifyAuthToken: 'certain',
  constructEvent: 'now',
  constructEventAsync: 'certain',
}

export function sessionCall({ source, path }: External, call: Call): Abstract | undefined {
  const { site, args, state } = call
  const name = path.split('.').at(-1) ?? ''
  const note = `${name}() from "${source}"`
  if (maybe[source]?.includes(path)) return promise(session(site, note))
  if (sure[source]?.includes(name))
    return fromCaller(args) || source !== 'jsonwebtoken' ? certain(call, note) : labeled(INPUT)
  if (signed[source]?.includes(name))
    return fromCaller(args) ? certainLater(call, note) : promise(labeled(sum(args)))
  if (source === 'next-auth' && (path === 'default' || path === 'NextAuth')) return nextAuth
  if (source === 'iron-session' && path.startsWith('getIronSession')) return promise(ironSession(site))
  if (source === '@kinde-oss/kinde-auth-nextjs/server' && path === 'getKindeServerSession') return kinde()
  if (source === '@workos-inc/authkit-nextjs' && path === 'withAuth') {
    const [options] = args
    const ensured = options?.kind === 'object' && options.members.has('ensureSignedIn')
    const value = holder(site, note, ['user', 'sessionId', 'organizationId', 'role', 'permissions'])
    return ensured ? promise(value, signedIn(site, note)) : promise(value)
  }
  if (source.startsWith('@stackframe/stack') && name === 'getUser') {
    const [options] = args
    const ensured = options?.kind === 'object' && options.members.has('or')
    return ensured ? certainLater(call, note) : promise(session(site, note))
  }
  if (source.startsWith('@auth0/nextjs-auth0') && name === 'getSession') return promise(session(site, note))
  if (source === 'react' && path.endsWith('cache')) return args[0]
  if (source === 'next/cache' && path.endsWith('unstable_cache') && args[0]) return shared(args[0])
  const method = methods[name]
  if (method && path.includes('.') && args.length > 0) return verified(method, call, note, state.dead)
  if (source === 'svix' && name === 'verify') return certain(call, note)
  return undefined
}

const sum = (args: readonly Abstract[]) => args.reduce((labels, each) => labels | labelsOf(each), 0)

/** Whether the verified value is a credential instead of any input. */
function fromCaller(args: readonly Abstract[]): boolean {
  return (sum(args) & CREDENTIAL) > 0
}

/** `unstable_cache(load)`. */
function shared(load: Abstract): Abstract {
  return native('unstable_cache', (call) => promise(ofAnyone(runInside(call, load, call.args))))
}

function verified(
  method: 'now' | 'certain' | 'lucia',
  call: Call,
  note: string,
  dead: boolean,
): Abstract | undefined {
  if (dead || !fromCaller(call.args)) return undefined
  // The sender is verified, but the content isn't a user session.
  if (method === 'now') return { ...certain(call, note), labels: INPUT }
  if (method === 'certain') return certainLater(call, note)
  return promise(holder(call.site, note, ['user', 'session']))
}

/** `NextAuth({ … })`: `auth()` returns the session, `auth(handler)` adds it to the request. */
const nextAuth: Abstract = object(
  {
    auth: native('auth', (call) => {
      const [handler] = call.args
      if (handler?.kind !== 'function') return promise(session(call.site, 'auth() of Auth.js'))
      return native('auth(handler)', (inner) => {
        const [request, ...others] = inner.args
        const auth = session(inner.site, 'auth() of Auth.js')
        const withAuth: Abstract = {
          kind: 'object',
          labels: 0,
          members: new Map([['auth', auth]]),
          rest: request,
        }
        return runOn(inner, handler, [withAuth, ...others])
      })
    }),
    signIn: native('signIn', (call) => {
      recordUse('call', 'signIn', call)
      return promise(labeled(0))
    }),
    signOut: native('signOut', (call) => {
      recordUse('call', 'signOut', call)
      return promise(labeled(0))
    }),
  },
  'NextAuth',
)

/** The session object always exists, but its sign-in data may not. */
function ironSession(site: Site): Abstract {
  const note = 'the sealed cookie of iron-session'
  const changed = ['save', 'destroy'].map((key): [string, Abstract] => [
    key,
    native(key, (call) => {
      recordUse('cookie', `session.${key}`, call)
      return promise(labeled(0))
    }),
  ])
  const one: Abstract = labeled(PRINCIPAL, {
    truthy: signedIn(site, note),
    trail: 'session',
    undefinedWhenMissing: true,
  })
  return { kind: 'object', labels: 0, members: new Map(changed), rest: one, type: 'IronSession' }
}

function kinde(): Abstract {
  return object({
    getUser: native('getUser', ({ site: at }) => promise(session(at, 'getUser() of Kinde'))),
    isAuthenticated: native('isAuthenticated', ({ site: at }) =>
      promise(decision(signedIn(at, 'isAuthenticated() of Kinde'))),
    ),
    getPermission: native('getPermission', () => promise(labeled(PRINCIPAL, { trail: 'permission' }))),
    getOrganization: native('getOrganization', ({ site: at }) =>
      promise(session(at, 'getOrganization() of Kinde', 'org')),
    ),
  })
}

/** `new Lucia(adapter)`, `new Auth0Client()`. */
export function sessionMade(source: string, name: string): Abstract | undefined {
  const isKnown = /^(lucia|stripe|svix|firebase-admin|@stackframe|@auth0\/|@privy-io)/.test(source)
  return isKnown ? { kind: 'external', labels: 0, source, path: name } : undefined
}
