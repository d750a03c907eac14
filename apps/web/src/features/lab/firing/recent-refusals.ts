import 'server-only'
import { demoId, demoPeople } from '@kit/db/demo/demo'
import { listAllRefusals } from '@kit/db/activity/refusals'

/** How the refusals of one kind are on record: counted by the minute, never one by one. */
export interface RecentRefusal {
  kind: string
  count: number
  /** The name of a demo person; null for who was not signed in. */
  person: string | null
  /** An ISO timestamp. */
  lastSeen: string
}

/** What the framework refuses by itself is on record under this name. */
const ANY_CALL = 'any.call'

const MINUTE = 60_000
const STRETCH = 10

// By id: a name is anybody's to choose.
const demoIds: ReadonlySet<string> = new Set(demoPeople.map(({ email }) => demoId('user', email)))

/**
 * The refusals of an action within the last minutes, newest first. Of demo people and of who was not signed in: whoever
 * else was refused is none of a visitor's business.
 */
export async function recentRefusals(action: string | null): Promise<RecentRefusal[]> {
  const now = Date.now()
  const { refusals } = await listAllRefusals({
    since: new Date(now - STRETCH * MINUTE),
    until: new Date(now + MINUTE),
    limit: 100,
    stepSeconds: 60,
  })
  return refusals
    .filter((refusal) => refusal.action === action || refusal.action === ANY_CALL)
    .filter(({ person }) => person === null || demoIds.has(person.id))
    .map(({ kind, count, person, lastSeen }) => ({ kind, count, person: person?.name ?? null, lastSeen }))
    .toSorted((a, b) => b.lastSeen.localeCompare(a.lastSeen))
}
