import { PRINCIPAL, labeled, object, promise, type Abstract } from '../guards/abstract'
import { factsOf, type Facts } from '../guards/facts'
import type { Call, Site } from '../guards/run'
import { know } from '../guards/state'

/** Facts: the caller is signed in. */
export function signedIn(site: Site, note: string): Facts {
  return factsOf({ column: 'authentication', grade: 'proven', ...site, note })
}

/** Facts: the caller is authorized, and therefore signed in. */
export function allowed(site: Site, note: string): Facts {
  const fact = { grade: 'proven' as const, ...site, note }
  return factsOf({ column: 'authentication', ...fact }, { column: 'authorization', ...fact })
}

/** A session or nothing. */
export function session(site: Site, note: string, trail?: string): Abstract {
  return labeled(PRINCIPAL, {
    truthy: signedIn(site, note),
    fragile: true,
    ...(trail !== undefined && { trail }),
  })
}

/** An object that always exists, with properties that exist only for signed-in callers. */
export function holder(
  site: Site,
  note: string,
  members: readonly string[],
  more: Record<string, Abstract> = {},
): Abstract {
  const own = members.map((key): [string, Abstract] => [key, { ...session(site, note, key), fragile: false }])
  return object({ ...Object.fromEntries(own), ...more }, 'session')
}

/** A session. Throws if there is none. */
export function certain({ site, state }: Call, note: string): Abstract {
  know(state, signedIn(site, note))
  return labeled(PRINCIPAL)
}

/** The same for an async function. */
export function certainLater({ site }: Call, note: string, value: Abstract = labeled(PRINCIPAL)): Abstract {
  return promise(value, signedIn(site, note))
}

/** A boolean that depends on the session or its permissions. */
export function decision(facts: Facts): Abstract {
  return labeled(0, { truthy: facts })
}
