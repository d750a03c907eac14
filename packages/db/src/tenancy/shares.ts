import { env } from '@kit/env'
import { EXPENSIVE_READS_PER_PERSON, limits, organizationShare } from '../connection/limits'
import { KeyedTurns } from '../connection/turns'

interface Shares {
  /** Tenant transactions of one organization, by its slug. */
  organization: KeyedTurns
  /** Expensive reads of one person, by their ID. */
  person: KeyedTurns
}

// On globalThis, like the pool that they divide.
const shared: typeof globalThis & { gatehouseShares?: Shares } = globalThis

/** What one organization or person can use of the process's pool at once. */
export function shares(): Shares {
  shared.gatehouseShares ??= {
    organization: new KeyedTurns(organizationShare(env().DATABASE_POOL_SIZE), limits.turn),
    person: new KeyedTurns(EXPENSIVE_READS_PER_PERSON, limits.turn),
  }
  return shared.gatehouseShares
}
