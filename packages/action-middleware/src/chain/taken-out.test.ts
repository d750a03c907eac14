import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { closeDatabase } from '@kit/db/connection/client'
import { deleteNotes, lockNotes } from '@kit/db/testing/fixture-domain/notes'
import { createTestDatabase } from '@kit/db/testing/test-database'

import { formData } from '../input/form-data'
import { USER_FIELD } from '../input/user-field'
import { mayModifyNote } from '../testing/may-modify-note'

/** Disables protections that can't be left out of a chain. The attack must then succeed. */
const out = vi.hoisted(() => ({ origin: false, rollback: false, sameUser: false }))
const request = vi.hoisted(() => ({ userId: '', role: 'user', origin: '' }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: request.origin, cookie: 'gatehouse.session_token=a' }),
}))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () =>
    request.userId
      ? { user: { id: request.userId, role: request.role }, session: { id: 's1', confirmedAt: null } }
      : null,
}))
vi.mock('./same-origin', async (original) => {
  const { assertSameOrigin } = await original<typeof import('./same-origin')>()
  return {
    assertSameOrigin: (...sent: Parameters<typeof assertSameOrigin>) =>
      out.origin || assertSameOrigin(...sent),
  }
})
vi.mock('./assert-same-user', async (original) => {
  const { assertSameUser } = await original<typeof import('./assert-same-user')>()
  return {
    assertSameUser: (...sent: Parameters<typeof assertSameUser>) => out.sameUser || assertSameUser(...sent),
  }
})
vi.mock('./committed-on-success', async (original) => {
  const { committedOnSuccess } = await original<typeof import('./committed-on-success')>()
  const plain: typeof committedOnSuccess = (transaction, work) => transaction(work)
  const switched: typeof committedOnSuccess = (transaction, work) =>
    (out.rollback ? plain : committedOnSuccess)(transaction, work)
  return { committedOnSuccess: switched }
})

const gate = await import('..')
const { organizationActionClient, publicActionClient, withFeaturePermission, withMinRole, withResource } =
  gate

let owner: postgres.Sql
let drop: () => Promise<void>
let noteId = ''

const userId = async (email: string) =>
  String((await owner`select id from "user" where email = ${email}`)[0]?.id)
const organizationId = async (slug: string) =>
  String((await owner`select id from organization where slug = ${slug}`)[0]?.id)
const stands = async () => (await owner`select from note where id = ${noteId}`).length === 1

async function as(email: string) {
  request.userId = await userId(email)
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

beforeEach(async () => {
  Object.assign(out, { origin: false, rollback: false, sameUser: false })
  Object.assign(request, { userId: '', role: 'user', origin: 'http://localhost:3000' })
  const [row] = await owner`
    insert into note (organization_id, title, created_by)
    values (${await organizationId('acme')}, 'A test', ${await userId('admin@acme.test')}) returning id`
  noteId = String(row?.id)
})

const organization = z.string().max(48)
const schema = z.strictObject({ organization, noteId: z.uuid() })
const metadata = { name: 'tests.delete' }
const call = () => ({ organization: 'acme', noteId })
const refused = (code: string) => expect.objectContaining({ serverError: expect.objectContaining({ code }) })
const through = { data: { deleted: 1 } }

/** The action under attack. */
const remove = organizationActionClient
  .metadata(metadata)
  .inputSchema(schema)
  .action(async ({ ctx, parsedInput }) => ({ deleted: await deleteNotes(ctx.db, [parsedInput.noteId]) }))

/** The same deletion without any check. */
const byHand = publicActionClient
  .metadata(metadata)
  .inputSchema(schema)
  .action(async ({ parsedInput }) => {
    const rows = await owner`delete from note where id = ${parsedInput.noteId} returning id`
    return { deleted: rows.length }
  })

describe('the session', () => {
  it('refuses a caller without a session', async () => {
    expect(await remove(call())).toEqual(refused('UNAUTHORIZED'))
    expect(await stands()).toBe(true)
  })

  it('lets anyone through when removed', async () => {
    expect(await byHand(call())).toEqual(through)
  })
})

describe('the membership', () => {
  it('refuses a member of another organization', async () => {
    await as('owner@globex.test')
    expect(await remove(call())).toEqual(refused('NOT_FOUND'))
    expect(await stands()).toBe(true)
  })

  it('lets any signed-in user through when removed', async () => {
    await as('owner@globex.test')
    const signedIn = gate.authenticatedActionClient
      .metadata(metadata)
      .inputSchema(schema)
      .action(async ({ parsedInput }) => {
        const rows = await owner`delete from note where id = ${parsedInput.noteId} returning id`
        return { deleted: rows.length }
      })
    expect(await signedIn(call())).toEqual(through)
  })
})

const deletion = (client: typeof organizationActionClient) =>
  client
    .metadata(metadata)
    .inputSchema(schema)
    .action(async ({ ctx, parsedInput }) => ({ deleted: await deleteNotes(ctx.db, [parsedInput.noteId]) }))

describe('role, permission and ownership', () => {
  it.each([
    ['the role', 'editor@acme.test', () => deletion(organizationActionClient.use(withMinRole('admin')))],
    [
      'the permission',
      'viewer@acme.test',
      () => deletion(organizationActionClient.use(withFeaturePermission({ role: ['delete'] }))),
    ],
    [
      'the ownership',
      'editor@acme.test',
      () =>
        organizationActionClient
          .metadata(metadata)
          .inputSchema(schema)
          .useValidated(
            withResource({
              ids: (input: { noteId: string }) => [input.noteId],
              load: lockNotes,
              allow: mayModifyNote,
            }),
          )
          .action(async ({ ctx, parsedInput }) => ({
            deleted: await deleteNotes(ctx.db, [parsedInput.noteId]),
          })),
    ],
  ] as const)(
    '%s check refuses a caller who fails it, and lets them through when removed',
    async (_, person, guarded) => {
      await as(person)
      expect(await guarded()(call())).toEqual(refused('FORBIDDEN'))
      expect(await stands()).toBe(true)
      expect(await remove(call())).toEqual(through)
    },
  )
})

it('the super-admin check lets any signed-in user through when removed', async () => {
  await as('editor@acme.test')
  const done = async () => true
  await expect(gate.adminActionClient.metadata(metadata).action(done)()).rejects.toThrow('403')
  expect(await gate.authenticatedActionClient.metadata(metadata).action(done)()).toEqual({ data: true })
})

describe('the schema', () => {
  const rename = (input: z.ZodType<{ name: string }>) =>
    gate.authenticatedActionClient
      .metadata(metadata)
      .inputSchema(input)
      .action(async ({ ctx, parsedInput }) => {
        await owner`update "user" set ${owner(parsedInput)} where id = ${ctx.user.id}`
        const [row] = await owner`select role from "user" where id = ${ctx.user.id}`
        return row?.role
      })
  const name = z.string().max(80)
  const attack = { name: 'Mallory', role: 'super-admin' }

  it('refuses an extra column; a loose schema would let the caller make themselves super-admin', async () => {
    await as('both@gatehouse.test')
    const strict = await rename(z.strictObject({ name }))(attack)
    expect(strict).toEqual({ validationErrors: { formErrors: ['Unexpected field.'], fieldErrors: {} } })
    expect(await rename(z.looseObject({ name }))(attack)).toEqual({ data: 'super-admin' })
  })

  it('refuses a malformed ID, which reaches the query when the check is removed', async () => {
    await as('owner@acme.test')
    const search = (id: z.ZodType<string>) =>
      gate.authenticatedActionClient
        .metadata(metadata)
        .inputSchema(z.strictObject({ id }))
        .action(async ({ parsedInput }) => {
          const rows = await owner.unsafe(`select id from note where id::text = '${parsedInput.id}'`)
          return rows.length > 1
        })
    const id = "' or '1' = '1"
    expect(await search(z.uuid())({ id })).toHaveProperty('validationErrors.fieldErrors.id')
    expect(await search(z.string())({ id })).toEqual({ data: true })
  })
})

describe('the rollback', () => {
  const failing = organizationActionClient
    .metadata(metadata)
    .inputSchema(schema)
    .action(async ({ ctx, parsedInput }) => {
      await deleteNotes(ctx.db, [parsedInput.noteId])
      throw new gate.ActionError('CONFLICT')
    })

  it('undoes the work of a call that fails later; the work stays when removed', async () => {
    await as('owner@acme.test')
    expect(await failing(call())).toEqual(refused('CONFLICT'))
    expect(await stands()).toBe(true)
    out.rollback = true
    expect(await failing(call())).toEqual(refused('CONFLICT'))
    expect(await stands()).toBe(false)
  })
})

describe('the origin', () => {
  it('refuses another site that calls with a visitor’s cookies, and lets it through when removed', async () => {
    await as('owner@acme.test')
    request.origin = 'https://evil.example'
    expect(await remove(call())).toEqual(refused('FOREIGN_ORIGIN'))
    expect(await stands()).toBe(true)
    out.origin = true
    expect(await remove(call())).toEqual(through)
  })
})

describe('the user of a form', () => {
  const withForm = organizationActionClient
    .metadata(metadata)
    .inputSchema(formData(schema))
    .action(async ({ ctx, parsedInput }) => ({ deleted: await deleteNotes(ctx.db, [parsedInput.noteId]) }))

  it('refuses a form for someone else, and lets it through when removed', async () => {
    await as('owner@acme.test')
    const form = new FormData()
    for (const [name, value] of Object.entries(call())) form.set(name, value)
    form.set(USER_FIELD, await userId('editor@acme.test'))
    expect(await withForm(form as never)).toEqual(refused('OTHER_USER'))
    expect(await stands()).toBe(true)
    out.sameUser = true
    expect(await withForm(form as never)).toEqual(through)
  })
})
