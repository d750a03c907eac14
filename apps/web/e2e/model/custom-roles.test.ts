import { beforeEach, expect, test, vi } from 'vitest'

import { versionOf } from '@kit/action-middleware/input/version'
import { rolePermissions } from '@kit/auth/permissions/permissions'
import { demoId } from '@kit/db/demo/demo'
import { useTestDatabase } from '@kit/db/testing/use-test-database'

import { verdictOf } from './stage'

const signedIn = vi.hoisted(() => ({ id: '' }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({
    user: { id: signedIn.id, role: 'user' },
    session: { id: 's', confirmedAt: null },
  }),
}))
vi.mock('@kit/log/logger', () => ({ logger: { warn: () => {}, error: () => {} } }))
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async () => ({ allowed: true, retryAfterSeconds: 0 }),
}))

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const globex = demoId('organization', 'globex')
const userId = (name: string) =>
  demoId('user', name === 'helper' ? 'both@gatehouse.test' : `${name}@acme.test`)

const roles = {
  /** Allows more than an admin may do. */
  deputy: { organization: acme, permissions: { organization: ['delete'] } },
  /** Manages viewers, and has every permission of a viewer. */
  helper: {
    organization: acme,
    permissions: { ...rolePermissions.viewer, member: ['read', 'update', 'delete'] },
  },
  foreign: { organization: globex, permissions: { member: ['read'] } },
}
const ids = new Map<string, string>()

beforeEach(async () => {
  await db.owner.begin(async (sql) => {
    await sql`SET LOCAL session_replication_role = replica`
    await sql`UPDATE member SET role = 'editor', custom_role_id = NULL WHERE role = 'custom'`
    await sql`DELETE FROM organization_role WHERE name IN ${sql(Object.keys(roles))}`
    for (const [name, { organization, permissions }] of Object.entries(roles)) {
      const [made] = await sql<{ id: string }[]>`
        INSERT INTO organization_role (organization_id, name, permissions)
        VALUES (${organization}, ${name}, ${sql.json(permissions)}) RETURNING id`
      ids.set(name, made?.id ?? '')
    }
    for (const name of ['owner', 'admin', 'editor', 'viewer'])
      await sql`UPDATE member SET role = ${name} WHERE organization_id = ${acme} AND user_id = ${userId(name)}`
    await sql`UPDATE member SET role = 'custom', custom_role_id = ${ids.get('helper') ?? null}
      WHERE organization_id = ${acme} AND user_id = ${userId('helper')}`
  })
})

async function memberId(name: string): Promise<string> {
  const [row] = await db.owner<{ id: string }[]>`
    SELECT id FROM member WHERE organization_id = ${acme} AND user_id = ${userId(name)}`
  return row?.id ?? ''
}

test.each([
  ['owner', 'viewer', 'deputy', 'done'],
  ['admin', 'viewer', 'deputy', 'FORBIDDEN'],
  ['admin', 'viewer', 'helper', 'done'],
  ['admin', 'helper', 'viewer', 'done'],
  ['admin', 'viewer', 'foreign', 'NOT_FOUND'],
  ['owner', 'viewer', 'foreign', 'NOT_FOUND'],
  ['helper', 'viewer', 'viewer', 'done'],
  ['helper', 'viewer', 'editor', 'FORBIDDEN'],
  ['helper', 'viewer', 'helper', 'FORBIDDEN'],
  ['helper', 'helper', 'helper', 'FORBIDDEN'],
  ['helper', 'editor', 'viewer', 'FORBIDDEN'],
  ['helper', 'admin', 'viewer', 'FORBIDDEN'],
  ['editor', 'helper', 'viewer', 'FORBIDDEN'],
])('%s makes %s %s: %s', async (actor, target, role, verdict) => {
  const { changeRoleAction } = await import('@/features/members/actions')
  const before = await db.owner`SELECT * FROM member ORDER BY id`
  signedIn.id = userId(actor)
  const call = changeRoleAction({
    organization: 'acme',
    memberId: await memberId(target),
    role: ids.get(role) ?? role,
    version: versionOf({ role: ids.get(target) ?? target }),
  })
  expect(await verdictOf(call)).toBe(verdict)
  const after = await db.owner`SELECT * FROM member ORDER BY id`
  const unchanged = JSON.stringify(after) === JSON.stringify(before)
  expect(verdict === 'done' || unchanged).toBe(true)
})

test.each([
  ['helper', 'viewer', 'done'],
  ['helper', 'editor', 'FORBIDDEN'],
  ['helper', 'helper', 'FORBIDDEN'],
  ['editor', 'helper', 'FORBIDDEN'],
])('%s removes %s: %s', async (actor, target, verdict) => {
  const { removeMemberAction } = await import('@/features/members/actions')
  const [row] = await db.owner`SELECT * FROM member WHERE id = ${await memberId(target)}`
  signedIn.id = userId(actor)
  const call = removeMemberAction({ organization: 'acme', memberId: String(row?.id) })
  expect(await verdictOf(call)).toBe(verdict)
  await db.owner`INSERT INTO member ${db.owner(row ?? {})} ON CONFLICT DO NOTHING`
})
