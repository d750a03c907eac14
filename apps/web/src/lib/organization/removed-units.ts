import type { Domain } from '@/lib/domain/domain'
import { domains } from '@/lib/domains'

const units = domains.flatMap(({ removed = {} }: Domain) => Object.entries(removed))

const list = new Intl.ListFormat('en')

/** "every membership and invitation" */
export const everythingRemoved = `every ${list.format(units.map(([, [one]]) => one))}`

/** "2 memberships and 0 invitations", for the counts given. */
export function describeRemoved(counts: Readonly<Record<string, number>>): string {
  const known = new Map(Object.entries(counts))
  return list.format(
    units.flatMap(([unit, [one, several]]) => {
      const count = known.get(unit)
      return count === undefined ? [] : [`${count} ${count === 1 ? one : several}`]
    }),
  )
}
