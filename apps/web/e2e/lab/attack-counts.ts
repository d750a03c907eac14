import { everyTarget } from '../attacks/targets'

/** The number of attacks on each action, all of which the suite fires at night. */
export function attackCounts(): Record<string, number> {
  return Object.fromEntries(everyTarget().map(({ row, attacks }) => [row.exportName, attacks.length]))
}
