import 'server-only'
import { demoId, demoPeople } from '@kit/db/demo/demo'
import { listAllRefusals } from '@kit/db/activity/refusals'

/** Refusals of one kind, counted per minute. */
export interface RecentRefusal {
  kind: string
  count: number
  /** The name of a demo person. Null if signed out. */
  person: string | null
  /** An ISO timestamp. */
  lastSeen: string
}

/** Refusals by Next itself are recorded under this name. */
const ANY_CALL = 'any.call'

const MINUTE = 60_000
const STRETCH = 10

// By ID, because anyone can choose a name.
const demoIds: ReadonlySet<string> = new Set(demoPeople.map(({ email }) => demoId('user', email)))

/** Recent refusals of an action, newest first. Only for demo people and signed-out callers: others are private. */
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
