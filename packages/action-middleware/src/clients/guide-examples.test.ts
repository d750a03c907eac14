import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { statements } from '@kit/auth/permissions/permissions'
import { closeDatabase } from '@kit/db/connection/client'
import { deleteNotes, lockNotes } from '@kit/db/testing/fixture-domain/notes'
import { createTestDatabase } from '@kit/db/testing/test-database'

import { mayModifyNote } from '../testing/may-modify-note'

const signedIn = vi.hoisted(() => ({ id: '' }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({ user: { id: signedIn.id, role: 'user' }, session: { id: 's1' } }),
}))

// Imported from the package's entry point, as an app would.
const { organizationActionClient, withFeaturePermission, withMinRole, withResource } = await import('..')

const done = async () => ({ success: true })
const organization = z.string().max(48)

const deleteOrganizationAction = organizationActionClient
  .metadata({ name: 'tests.deleteOrganization' })
  .use(withMinRole('owner'))
  .inputSchema(z.strictObject({ organization }))
  .action(done)

const updateMemberRoleAction = organizationActionClient
  .metadata({ name: 'tests.updateMemberRole' })
  .use(withFeaturePermission({ member: ['update'] }))
  .inputSchema(z.strictObject({ organization, memberId: z.uuid(), role: z.enum(['editor', 'viewer']) }))
  .action(done)

const deleteNoteAction = organizationActionClient
  .metadata({ name: 'tests.deleteNote' })
  .use(withFeaturePermission({ member: ['read'] }))
  .inputSchema(z.strictObject({ organization, noteId: z.uuid() }))
  .useValidated(
    withResource({
      ids: ({ noteId }: { noteId: string }) => [noteId],
      load: lockNotes,
      allow: mayModifyNote,
    }),
  )
  .action(async ({ parsedInput: { noteId }, ctx }) => ({ deleted: await deleteNotes(ctx.db, [noteId]) }))

let owner: postgres.Sql
let drop: () => Promise<void>

async function as(email: string) {
  const [user] = await owner`select id from "user" where email = ${email}`
  signedIn.id = String(user?.id)
}

/** Inserts a note of the organization, created by this person. Returns its ID. */
async function noteOf(slug: string, email: string): Promise<string> {
  const [row] = await owner`
    insert into note (organization_id, title, created_by)
    select o.id, 'A test', u.id from organization o, "user" u where o.slug = ${slug} and u.email = ${email}
    returning id`
  return String(row?.id)
}

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

const allowed = { data: { success: true } }
const refused = (code: string) => ({ serverError: { code } })

describe('withMinRole', () => {
  it.each([
    ['owner@acme.test', allowed],
    ['admin@acme.test', refused('FORBIDDEN')],
    ['editor@acme.test', refused('FORBIDDEN')],
    ['viewer@acme.test', refused('FORBIDDEN')],
    ['owner@globex.test', refused('NOT_FOUND')],
  ])('lets only the owner delete the organization: %s', async (email, result) => {
    await as(email)
    expect(await deleteOrganizationAction({ organization: 'acme' })).toMatchObject(result)
  })

  it('refuses an undefined role', async () => {
    await as('admin@acme.test')
    await owner`update member set role = 'emperor' where user_id = ${signedIn.id}`
    expect(await deleteOrganizationAction({ organization: 'acme' })).toMatchObject(refused('FORBIDDEN'))
    await owner`update member set role = 'admin' where user_id = ${signedIn.id}`
  })
})

describe('withFeaturePermission', () => {
  const input = { organization: 'acme', memberId: crypto.randomUUID(), role: 'viewer' as const }

  it.each([
    ['owner@acme.test', allowed],
    ['admin@acme.test', allowed],
    ['editor@acme.test', refused('FORBIDDEN')],
    ['viewer@acme.test', refused('FORBIDDEN')],
  ])('requires member: update: %s', async (email, result) => {
    await as(email)
    expect(await updateMemberRoleAction(input)).toMatchObject(result)
  })

  it('says what is missing and who can grant it', async () => {
    await as('admin@acme.test')
    const { serverError: byRole } = await deleteOrganizationAction({ organization: 'acme' })
    expect(byRole?.message).toBe('You need the owner role. Ask an owner of this organization.')
    await as('viewer@acme.test')
    const { serverError: byPermission } = await updateMemberRoleAction(input)
    expect(byPermission?.message).toBe(
      "You don't have permission to change the roles of members. Ask an owner or admin of this organization.",
    )
  })

  it('checks the permission before the input is validated', async () => {
    await as('viewer@acme.test')
    // @ts-expect-error -- what a caller who ignores the types can send
    expect(await updateMemberRoleAction({ organization: 'acme', role: 7 })).toMatchObject(
      refused('FORBIDDEN'),
    )
  })
})

describe('a custom role', () => {
  const input = { organization: 'acme', memberId: crypto.randomUUID(), role: 'viewer' as const }

  /** Assigns a role with these permissions to Acme's viewer while `work` runs. */
  async function holding(permissions: object, work: () => Promise<void>) {
    await as('viewer@acme.test')
    const [role] = await owner`
      insert into organization_role (organization_id, name, permissions)
      select id, 'A test', ${owner.json({ ...permissions })} from organization where slug = 'acme' returning id`
    await owner`update member set role = 'custom', custom_role_id = ${role?.id} where user_id = ${signedIn.id}`
    try {
      await work()
    } finally {
      await owner`update member set role = 'viewer', custom_role_id = null where user_id = ${signedIn.id}`
      await owner`delete from organization_role`
    }
  }

  it.each([
    ['exactly what is needed', { member: ['update'] }, allowed],
    ['another permission', { member: ['read', 'create', 'delete'] }, refused('FORBIDDEN')],
    ['a permission that does not exist', { member: ['*', 'update '] }, refused('FORBIDDEN')],
    ['nothing', {}, refused('FORBIDDEN')],
  ])('with %s', async (_, permissions, result) => {
    await holding(permissions, async () => {
      expect(await updateMemberRoleAction(input)).toMatchObject(result)
    })
  })

  it('never counts as an owner, whatever it allows', async () => {
    await holding(statements, async () => {
      expect(await deleteOrganizationAction({ organization: 'acme' })).toMatchObject(refused('FORBIDDEN'))
    })
  })

  it('may modify the notes that an editor may modify', async () => {
    await holding({ member: ['read'] }, async () => {
      const own = await noteOf('acme', 'viewer@acme.test')
      const another = await noteOf('acme', 'owner@acme.test')
      expect(await deleteNoteAction({ organization: 'acme', noteId: own })).toEqual({ data: { deleted: 1 } })
      expect(await deleteNoteAction({ organization: 'acme', noteId: another })).toMatchObject(
        refused('FORBIDDEN'),
      )
    })
  })
})

describe('withResource', () => {
  it.each([
    ['an admin', 'admin@acme.test', 'acme', 'owner@acme.test', { data: { deleted: 1 } }],
    ['an editor who created it', 'editor@acme.test', 'acme', 'editor@acme.test', { data: { deleted: 1 } }],
    ['an editor who did not', 'editor@acme.test', 'acme', 'owner@acme.test', refused('FORBIDDEN')],
    ['a viewer who created it', 'viewer@acme.test', 'acme', 'viewer@acme.test', refused('FORBIDDEN')],
    [
      'anyone, for a note of another organization',
      'owner@acme.test',
      'globex',
      'owner@globex.test',
      refused('NOT_FOUND'),
    ],
  ])('decides by ownership: %s', async (_, email, slug, creator, result) => {
    const noteId = await noteOf(slug, creator)
    await as(email)
    expect(await deleteNoteAction({ organization: 'acme', noteId })).toMatchObject(result)
    const left = await owner`select 1 from note where id = ${noteId}`
    expect(left.length).toBe('data' in result ? 0 : 1)
  })

  it('answers NOT_FOUND for an ID that does not exist', async () => {
    await as('owner@acme.test')
    const unknown = { organization: 'acme', noteId: crypto.randomUUID() }
    expect(await deleteNoteAction(unknown)).toMatchObject(refused('NOT_FOUND'))
  })
})
