import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { listAllAuditEvents, listAuditEvents } from './audit-events'
import type { AuditQuery, AuditRow } from './audit-events'
import { demoId } from '../demo/demo'
import { recordSecurityEvent } from './record-security-event'
import { listAllRefusals, listRefusals } from './refusals'
import type { RefusalQuery, RefusalRow } from './refusals'
import { withTenant } from '../tenancy/tenant'
import { createNote, updateNotes } from '../testing/fixture-domain/notes'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

// The table list with the fixture domain added.
vi.mock('../schema', async (original) => ({
  ...(await original<object>()),
  note: (await import('../testing/fixture-domain/notes')).note,
}))

const db = useTestDatabase()
const owner = claimOf('acme', 'owner@acme.test')
const DAY = 86_400_000
const always: RefusalQuery = {
  since: new Date(Date.now() - 2 * DAY),
  until: new Date(Date.now() + DAY),
  limit: 50,
  stepSeconds: 3600,
}

const refusalsOfAcme = (query: Partial<RefusalQuery> = {}) =>
  withTenant(owner, (tenant) => listRefusals(tenant, { ...always, ...query }))
const eventsOfAcme = (query: Partial<AuditQuery> = {}) =>
  withTenant(owner, (tenant) => listAuditEvents(tenant, { limit: 50, ...query }))

beforeAll(async () => {
  const record = (organization: string | undefined, userId: string | undefined, kind: 'denied' | 'limited') =>
    recordSecurityEvent({
      kind,
      action: 'notes.delete',
      actor: userId ? { userId } : { network: '203.0.113.7' },
      organization,
      requestId: 'r',
    })
  await record('acme', demoId('user', 'viewer@acme.test'), 'denied')
  await record('acme', demoId('user', 'nomad@gatehouse.test'), 'denied')
  await record('acme', undefined, 'limited')
  await record('globex', undefined, 'limited')
  await record(undefined, undefined, 'limited')
  await db.owner`UPDATE security_event SET minute = minute - interval '1 day' WHERE kind = 'limited'`
})

describe('refusals', () => {
  test('of an organization are only its own, newest first, and name its members', async () => {
    const { refusals, nextCursor } = await refusalsOfAcme()
    const who = ({ person, network }: RefusalRow) => person?.name ?? network ?? 'no name'
    expect(refusals.map(who).slice(0, 2).toSorted()).toEqual(['Acme Viewer', 'no name'])
    expect(refusals.map(who).slice(2)).toEqual(['203.0.113.7'])
    expect(nextCursor).toBeNull()
  })

  test.each<[Partial<RefusalQuery>, number]>([
    [{ kind: 'denied' }, 2],
    [{ actor: 'signed-out' }, 1],
    [{ actor: demoId('user', 'viewer@acme.test') }, 1],
    [{ actor: "' OR true --" }, 0],
    [{ action: 'notes.delete' }, 3],
    [{ action: 'notes' }, 0],
    [{ since: new Date(Date.now() - DAY / 2) }, 2],
    [{ until: new Date(Date.now() - DAY / 2) }, 1],
  ])('%j matches and counts the expected number', async (query, many) => {
    const { refusals, counts } = await refusalsOfAcme(query)
    expect(refusals).toHaveLength(many)
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(many)
  })

  test('are paged, each shown once', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await refusalsOfAcme({ limit: 1, cursor })
      seen.push(...page.refusals.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(3)
    expect(seen).toEqual((await refusalsOfAcme()).refusals.map(({ id }) => id))
  })

  test.each(['', 'x', '_', `2026-01-01T00:00:00.000Z_x`, `x_${demoId('user', 'x')}`, '\0'])(
    'the cursor %j gives the first page',
    async (cursor) => {
      expect((await refusalsOfAcme({ cursor })).refusals).toHaveLength(3)
    },
  )

  test('across all organizations include those without one', async () => {
    const { refusals } = await listAllRefusals(always)
    expect(refusals.map((row) => row.organization?.slug ?? '-').toSorted()).toEqual([
      '-',
      'acme',
      'acme',
      'acme',
      'globex',
    ])
  })
})

describe('audit events', () => {
  test('record who changed which row and how', async () => {
    const { id } = await withTenant({ ...owner, action: 'notes.create' }, (tenant) =>
      createNote(tenant, { title: 'Paint the gate' }),
    )
    await withTenant({ ...owner, action: 'notes.update' }, (tenant) =>
      updateNotes(tenant, [id], { title: 'Paint the fence' }),
    )
    const { events } = await eventsOfAcme({ limit: 2 })
    expect(events).toMatchObject([
      {
        action: 'notes.update',
        targetType: 'note',
        targetName: 'Paint the fence',
        person: { name: 'Acme Owner' },
        changes: { title: { old: 'Paint the gate', new: 'Paint the fence' } },
      },
      { action: 'notes.create', targetName: 'Paint the fence' },
    ])
  })

  test('are filtered and paged', async () => {
    const first = await eventsOfAcme({ targetType: 'member', limit: 3 })
    const rest = await eventsOfAcme({ targetType: 'member', cursor: first.nextCursor ?? '' })
    const all = [...first.events, ...rest.events]
    expect(all.map(({ targetName }) => targetName).toSorted()).toEqual([
      'Acme Admin',
      'Acme Editor',
      'Acme Owner',
      'Acme Viewer',
      'Acme and Globex',
    ])
    const editor = claimOf('acme', 'editor@acme.test')
    await withTenant(editor, (tenant) => createNote(tenant, { title: 'Written by the editor' }))
    const byEditor = await eventsOfAcme({ actor: editor.userId })
    expect(byEditor.events.length).toBeGreaterThan(0)
    expect(new Set(byEditor.events.map(({ person }) => person?.name))).toEqual(new Set(['Acme Editor']))
    expect((await eventsOfAcme({ until: new Date(0) })).events).toEqual([])
  })

  test('across all organizations hide tables that are not declared visible to super-admins', async () => {
    await withTenant(owner, (tenant) => createNote(tenant, { title: 'Not theirs to see' }))
    const { events } = await listAllAuditEvents({ limit: 100 })
    const slugs = (row: AuditRow) => row.organization?.slug
    expect(new Set(events.map(slugs))).toEqual(new Set(['acme', 'globex']))
    expect(new Set(events.map(({ targetType }) => targetType))).toEqual(
      new Set(['invitation', 'member', 'organization', 'organization_role']),
    )
  })
})

test('row-level security hides other organizations’ rows even if the query forgets to', async () => {
  const rows = await withTenant(owner, (tenant) =>
    tenant.execute(sql`SELECT count(DISTINCT organization_id)::int AS seen FROM security_event`),
  )
  expect([...rows]).toEqual([{ seen: 1 }])
})
