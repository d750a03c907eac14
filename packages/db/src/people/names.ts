import { inArray } from 'drizzle-orm'
import { user } from '../accounts/table'
import { database } from '../connection/client'

/**
 * Returns people's names by ID, including those of people the reader shares no organization with. Reads nothing for an empty
 * list.
 */
export async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await database()
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...ids]))
  return new Map(people.map(({ id, name }) => [id, name]))
}
