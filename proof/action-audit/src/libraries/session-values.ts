import { PRINCIPAL, labeled, object, promise, type Abstract } from '../guards/abstract'
import { factsOf, type Facts } from '../guards/facts'
import type { Call, Site } from '../guards/run'
import { know } from '../guards/state'

/** That somebody is signed in. */
export function signedIn(site: Site, note: string): Facts {
  return factsOf({ column: 'authentication', grade: 'proven', ...site, note })
}

/** That somebody may do it, and so is signed in. */
export function allowed(site: Site, note: string): Facts {
  const fact = { grade: 'proven' as const, ...site, note }
  return factsOf({ column: 'authentication', ...fact }, { column: 'authorization', ...fact })
}

/** A session, or nothing. */
export function session(site: Site, note: string, trail?: string): Abstract {
  return labeled(PRINCIPAL, {
    truthy: signedIn(site, note),
    fragile: true,
    ...(trail !== undefined && { trail }),
  })
}

/** An object that is always there, whose members are there only when somebody is signed in. */
export function holder(
  site: Site,
  note: string,
  members: readonly string[],
  more: Record<string, Abstract> = {},
): Abstract {
  const own = members.map((key): [string, Abstract] => [key, { ...session(site, note, key), fragile: false }])
  return object({ ...Object.fromEntries(own), ...more }, 'session')
}

/** A session without which it throws. */
export function certain({ site, state }: Call, note: string): Abstract {
  know(state, signedIn(site, note))
  return labeled(PRINCIPAL)
}

/** The same, of a function that has to be awaited. */
export function certainLater({ site }: Call, note: string, value: Abstract = labeled(PRINCIPAL)): Abstract {
  return promise(value, signedIn(site, note))
}

/** Whether the session, or what it may do, decides. */
export function decision(facts: Facts): Abstract {
  return labeled(0, { truthy: facts })
}
