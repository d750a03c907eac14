import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { parsePermissions } from '@kit/auth/permissions/permissions'
import { mayChangeRole } from '@kit/auth/permissions/role-rules'
import { closeDatabase } from '@kit/db/connection/client'
import { lockRoles, updateRole } from '@kit/db/roles/roles'
import { createTestDatabase } from '@kit/db/testing/test-database'

const signedIn = vi.hoisted(() => ({ id: '' }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({ user: { id: signedIn.id, role: 'user' }, session: { id: 's1' } }),
}))

const { organizationActionClient, withFeaturePermission, withHeldPermissions, withResource } =
  await import('..')

const schema = z.strictObject({
  organization: z.string().max(48),
  roleId: z.uuid(),
  permissions: z.record(z.string(), z.array(z.string()).max(9)),
})
type Input = z.infer<typeof schema>

const permitted = organizationActionClient
  .metadata({ name: 'tests.updateRole' })
  .use(withFeaturePermission({ role: ['update'] }))
  .inputSchema(schema)
const held = withHeldPermissions((input: Input) => parsePermissions(input.permissions))
const resource = (allow: typeof mayChangeRole) =>
  withResource({ ids: (input: Input) => [input.roleId], load: lockRoles, allow })

interface Call {
  ctx: { db: Parameters<typeof updateRole>[0] }
  parsedInput: Input
}
const write = async ({ ctx, parsedInput: { roleId, permissions } }: Call) => {
  await updateRole(ctx.db, roleId, { name: 'Changed', permissions })
  return { done: true }
}

/** The app's chain, and the same chain without one of its checks. */
const whole = permitted.useValidated(held).useValidated(resource(mayChangeRole)).action(write)
const withoutHeld = permitted.useValidated(resource(mayChangeRole)).action(write)
const withoutRule = permitted
  .useValidated(held)
  .useValidated(resource(() => true))
  .action(write)
const withoutEither = permitted.action(write)

let owner: postgres.Sql
let drop: () => Promise<void>

beforeAll(async () => {
  const database = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  drop = database.drop
})

afterAll(async () => {
  await closeDatabase()
  await owner.end()
  await drop()
})

const stored = async (id: string) => {
  const [row] = await owner`select permissions from organization_role where id = ${id}`
  return row?.permissions
}

/** The role of Acme's viewer, which may change roles. */
let own = ''
/** A role with a permission that they don't have. */
let above = ''

beforeEach(async () => {
  await owner`update member set role = 'viewer', custom_role_id = null where role = 'custom'`
  await owner`delete from organization_role`
  const make = async (name: string, permissions: Record<string, string[]>) => {
    const [row] = await owner`
      insert into organization_role (organization_id, name, permissions)
      select id, ${name}, ${owner.json(permissions)} from organization where slug = 'acme' returning id`
    return String(row?.id)
  }
  own = await make('Own', { role: ['update'], member: ['read'] })
  above = await make('Above', { member: ['delete'] })
  const [user] = await owner`select id from "user" where email = 'viewer@acme.test'`
  signedIn.id = String(user?.id)
  await owner`update member set role = 'custom', custom_role_id = ${own} where user_id = ${signedIn.id}`
})

describe('a member whose custom role may change roles', () => {
  const toOwn = (permissions: Record<string, string[]>) => ({
    organization: 'acme',
    roleId: own,
    permissions,
  })
  const lowering = () => ({ organization: 'acme', roleId: above, permissions: { member: ['read'] } })
  const raising = () => toOwn({ role: ['update'], organization: ['delete'] })

  it('cannot raise their own role or change one above theirs', async () => {
    for (const input of [raising(), toOwn({ member: ['read'] }), lowering()])
      expect(await whole(input)).toMatchObject({ serverError: { code: 'FORBIDDEN' } })
    expect(await stored(own)).toEqual({ role: ['update'], member: ['read'] })
    expect(await stored(above)).toEqual({ member: ['delete'] })
  })

  it('without the role check, can strip a role above theirs', async () => {
    expect(await withoutRule(lowering())).toEqual({ data: { done: true } })
    expect(await stored(above)).toEqual({ member: ['read'] })
  })

  it('cannot gain permissions with either check; without both, gains organization: delete', async () => {
    for (const chain of [withoutHeld, withoutRule])
      expect(await chain(raising())).toMatchObject({ serverError: { code: 'FORBIDDEN' } })
    expect(await withoutEither(raising())).toEqual({ data: { done: true } })
    expect(await stored(own)).toMatchObject({ organization: ['delete'] })
  })

  it('without the check of held permissions, can raise another role above their own', async () => {
    const [other] = await owner`
      insert into organization_role (organization_id, name, permissions)
      select id, 'Below', '{"member":["read"]}' from organization where slug = 'acme' returning id`
    const input = {
      organization: 'acme',
      roleId: String(other?.id),
      permissions: { organization: ['delete'] },
    }
    expect(await whole(input)).toMatchObject({ serverError: { code: 'FORBIDDEN' } })
    expect(await withoutHeld(input)).toEqual({ data: { done: true } })
  })
})
