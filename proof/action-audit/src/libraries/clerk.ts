import { PRINCIPAL, constant, labeled, native, object, promise, type Abstract } from '../guards/abstract'
import { bothFacts } from '../guards/facts'
import { ifPresent } from '../guards/presence'
import type { Call, Site } from '../guards/run'

import { recordUse } from '../calls/record-use'
import { allowed, decision, holder, session, signedIn } from './session-values'

const members = [
  'userId',
  'sessionId',
  'orgRole',
  'orgPermissions',
  'sessionClaims',
  'actor',
  'isAuthenticated',
]

/** Clerk: `auth()` always returns an object, but its `userId` can be missing. */
export function clerkCall(
  { source, path }: Extract<Abstract, { kind: 'external' }>,
  call: Call,
): Abstract | undefined {
  if (!source.startsWith('@clerk/')) return undefined
  const { site } = call
  switch (path) {
    case 'auth':
    case 'getAuth':
      return person(site)
    case 'auth.protect':
      return protect(call)
    case 'currentUser':
      return promise(session(site, 'currentUser() of Clerk'))
    case 'clerkClient':
      return undefined
    default: {
      const key = path.split('.').at(-1) ?? ''
      if (!/clerkClient/.test(path) || !/^(create|update|delete|ban|unban|lock|revoke|set|merge)/.test(key))
        return undefined
      recordUse('write', path, call)
      return promise(object({}))
    }
  }
}

function person(site: Site): Abstract {
  const note = 'auth() of Clerk'
  // A signed-in caller can have no active organization.
  const ofOrganization = ['orgId', 'orgSlug'].map((key): [string, Abstract] => {
    const { truthy } = ifPresent(key, site)
    return [key, labeled(PRINCIPAL, { trail: key, truthy: bothFacts(signedIn(site, note), truthy) })]
  })
  return holder(site, note, members, {
    ...Object.fromEntries(ofOrganization),
    protect: native('protect', protect),
    has: native('has', ({ site: at }) => decision(allowed(at, 'has() of Clerk'))),
    redirectToSignIn: native('redirectToSignIn', ({ state }) => {
      state.dead = true
      return constant(undefined)
    }),
    getToken: native('getToken', ({ site: at }) => promise(session(at, 'getToken() of Clerk'))),
  })
}

/** It refuses callers who are signed out or lack the given permission. */
function protect(call: Call): Abstract {
  const note = 'auth.protect() of Clerk'
  const facts = call.args.length > 0 ? allowed(call.site, note) : signedIn(call.site, note)
  const value = person(call.site)
  if (value.kind !== 'object') return value
  return promise({ ...value, truthy: bothFacts(facts, value.truthy) }, facts)
}
