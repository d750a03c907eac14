import { expect, test } from 'vitest'
import { demoId } from '../demo/demo'
import { listAssignees, listMembers } from './members'
import { readSettings } from '../organizations/settings'
import type { AssigneeQuery } from './members'
import { ASSIGNEES_LISTED } from './values'
import type { MemberQuery } from './members'
import { withTenant } from '../tenancy/tenant'
import type { TenantClaim } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const claim = claimOf('acme', 'viewer@acme.test')
const list = (query: Partial<MemberQuery> = {}) =>
  withTenant(claim, (tenant) => listMembers(tenant, { limit: 100, ...query }), { readOnly: true })
const emails = async (query: Partial<MemberQuery>) => (await list(query)).members.map(({ email }) => email)

const everyone = [
  'owner@acme.test',
  'admin@acme.test',
  'editor@acme.test',
  'viewer@acme.test',
  'both@gatehouse.test',
]

test('returns only the organization’s members, with only the fields that are shown', async () => {
  const { members, nextCursor } = await list()
  expect(members.map(({ email }) => email)).toEqual(everyone)
  expect(nextCursor).toBeNull()
  expect(members[0]).toEqual({
    id: expect.any(String),
    userId: demoId('user', 'owner@acme.test'),
    name: 'Acme Owner',
    email: 'owner@acme.test',
    image: null,
    role: 'owner',
    customRole: null,
    suspended: false,
    createdAt: expect.any(Date),
  })
})

test('shows who is suspended, until the suspension ends', async () => {
  const suspended = async () =>
    (await list()).members.filter((one) => one.suspended).map(({ email }) => email)
  const suspend = (until: string | null) =>
    db.owner`UPDATE "user" SET banned = true, ban_expires = ${until} WHERE email = 'viewer@acme.test'`
  await suspend(null)
  expect(await suspended()).toEqual(['viewer@acme.test'])
  await suspend('2199-01-01')
  expect(await suspended()).toEqual(['viewer@acme.test'])
  await suspend('2020-01-01')
  expect(await suspended()).toEqual([])
})

test('pages show every member once, even with equal dates', async () => {
  await db.owner`UPDATE member SET created_at = '2026-01-01' WHERE role <> 'owner'`
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await list({ limit: 2, cursor })
    expect(page.range).toEqual({ first: seen.length + 1, total: everyone.length, isEstimate: false })
    seen.push(...page.members.map(({ email }) => email))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen.toSorted()).toEqual(everyone.toSorted())
})

test('finds text in names and emails literally', async () => {
  expect(await emails({ search: 'ADMIN' })).toEqual(['admin@acme.test'])
  expect(await emails({ search: 'gatehouse.test' })).toEqual(['both@gatehouse.test'])
  expect(await emails({ search: '%' })).toEqual([])
  expect(await emails({ search: "' OR 1=1 --\0" })).toEqual([])
  expect(await emails({ search: 'globex.test' })).toEqual([])
})

test('an invalid cursor gives the first page', async () => {
  const [foreign] =
    await db.owner`SELECT id FROM member WHERE organization_id = ${demoId('organization', 'globex')} LIMIT 1`
  for (const cursor of ['nonsense', "'; --", foreign?.id, demoId('user', 'nobody')]) {
    expect(await list({ cursor })).toEqual(await list())
  }
})

test('assignees are the members, sorted by name', async () => {
  const assignees = await withTenant(claim, (tenant) => listAssignees(tenant))
  expect(assignees.map(({ name }) => name)).toEqual([
    'Acme Admin',
    'Acme Editor',
    'Acme Owner',
    'Acme Viewer',
    'Acme and Globex',
  ])
})

test('offers the first members to join, the requested one, and those a search finds as assignees', async () => {
  const acme = demoId('organization', 'acme')
  await db.owner`
    WITH joined AS (
      INSERT INTO "user" (name, email, email_verified)
      SELECT 'Later ' || n, 'later' || n || '@many.test', true FROM generate_series(100, 129) AS n
      RETURNING id
    )
    INSERT INTO member (organization_id, user_id, role, created_at)
    SELECT ${acme}, id, 'viewer', now() + interval '1 day' FROM joined`
  const [last] = await db.owner<{ id: string; name: string }[]>`
    SELECT id, name FROM "user" WHERE email LIKE '%@many.test' ORDER BY name DESC LIMIT 1`
  const listed = (query?: AssigneeQuery) => withTenant(claim, (tenant) => listAssignees(tenant, query))

  expect(await listed()).toHaveLength(ASSIGNEES_LISTED)
  expect((await listed()).map(({ name }) => name)).toContain('Acme Owner')
  const withLast = await listed({ also: last?.id })
  expect(withLast.filter(({ id }) => id === last?.id)).toHaveLength(1)
  expect(await listed({ search: 'LATER 129' })).toEqual([last])
  expect(await listed({ search: '%' })).toEqual([])
  expect(await listed({ also: demoId('user', 'owner@globex.test') })).toEqual(await listed())
})

test('an owner knows whether there is another one', async () => {
  const owner = claimOf('acme', 'owner@acme.test')
  const hasOther = async (claim: TenantClaim) => (await withTenant(claim, readSettings)).hasOtherOwner
  expect(await hasOther(owner)).toBe(false)
  expect(await hasOther(claimOf('acme', 'admin@acme.test'))).toBe(true)
  await db.owner`UPDATE member SET role = 'owner' WHERE organization_id = ${demoId('organization', 'acme')}
    AND user_id = ${demoId('user', 'admin@acme.test')}`
  expect(await hasOther(owner)).toBe(true)
})
