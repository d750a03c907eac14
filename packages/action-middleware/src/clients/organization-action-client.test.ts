import { forbidden, notFound, redirect } from 'next/navigation'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { closeDatabase } from '@kit/db/connection/client'
import { createNote } from '@kit/db/testing/fixture-domain/notes'
import { createTestDatabase } from '@kit/db/testing/test-database'

import { ActionError } from '../errors/action-error'

const signedIn = vi.hoisted(() => ({ id: '' }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () =>
    signedIn.id ? { user: { id: signedIn.id, role: 'user' }, session: { id: 's1' } } : null,
}))

const { organizationActionClient } = await import('./organization-action-client')

const schema = z.strictObject({ organization: z.string().max(48), title: z.string().min(1).max(20) })
const call = { organization: 'acme', title: 'A test' }

let owner: postgres.Sql
let drop: () => Promise<void>

/** The notes and audit events that these tests wrote. */
async function written() {
  const notes = await owner`select title from note where title like 'A test%'`
  const events =
    await owner`select action, actor_id, request_id from audit_event where action = 'tests.write'`
  return { notes: notes.length, events: events.length }
}

async function signInAs(email: string) {
  const [user] = await owner`select id from "user" where email = ${email}`
  signedIn.id = String(user?.id)
}

/** An action that writes a note and then calls `end`. */
function writingAction(end: () => unknown) {
  return organizationActionClient
    .metadata({ name: 'tests.write' })
    .inputSchema(schema)
    .action(async ({ ctx, parsedInput: { title } }) => {
      await createNote(ctx.db, { title })
      return end()
    })
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
  await owner`delete from note where title like 'A test%'`
  await owner`delete from audit_event`
  await signInAs('editor@acme.test')
})

describe('organizationActionClient', () => {
  it('commits the work and its audit row together', async () => {
    expect(await writingAction(() => 'done')(call)).toEqual({ data: 'done' })
    expect(await written()).toEqual({ notes: 1, events: 1 })
    const [event] = await owner`select actor_id, request_id from audit_event where action = 'tests.write'`
    expect(event).toEqual({ actor_id: signedIn.id, request_id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  })

  it('commits on a redirect', async () => {
    await expect(writingAction(() => redirect('/acme'))(call)).rejects.toMatchObject({
      digest: expect.stringContaining('NEXT_REDIRECT'),
    })
    expect(await written()).toEqual({ notes: 1, events: 1 })
  })

  it.each([
    ['a refusal', () => Promise.reject(new ActionError('CONFLICT'))],
    ['a bug', () => Promise.reject(new TypeError('undefined is not a function'))],
    ['forbidden()', () => forbidden()],
    ['notFound()', () => notFound()],
  ])('rolls back on %s', async (_, end) => {
    await writingAction(end)(call).catch(() => {})
    expect(await written()).toEqual({ notes: 0, events: 0 })
  })

  it('rolls back when a middleware fails after the handler', async () => {
    const action = organizationActionClient
      .metadata({ name: 'tests.write' })
      .use(async ({ next }) => {
        await next()
        throw new ActionError('CONFLICT')
      })
      .inputSchema(schema)
      .action(async ({ ctx, parsedInput: { title } }) => createNote(ctx.db, { title }))
    expect(await action(call)).toMatchObject({ serverError: { code: 'CONFLICT' } })
    expect(await written()).toEqual({ notes: 0, events: 0 })
  })

  it.each([
    ['a member of another organization', 'owner@globex.test', 'acme'],
    ['a user without an organization', 'nomad@gatehouse.test', 'acme'],
    ['a super-admin who is not a member', 'root@gatehouse.test', 'acme'],
    ['an organization that does not exist', 'editor@acme.test', 'initech'],
    ['a malformed slug', 'editor@acme.test', "acme' or 'a'='a"],
  ])('gives %s the same NOT_FOUND and runs nothing', async (_, email, organization) => {
    await signInAs(email)
    const handler = vi.fn<() => unknown>()
    const result = await writingAction(handler)({ ...call, organization })
    expect(result.serverError).toMatchObject({
      code: 'NOT_FOUND',
      message: "This organization doesn't exist, or you're no longer a member. Reload the page.",
    })
    expect(handler).not.toHaveBeenCalled()
    expect(await written()).toEqual({ notes: 0, events: 0 })
  })

  it('refuses in a closed organization, even if it is closed during the call', async () => {
    const set = (value: string | null) =>
      owner`update organization set deleted_from = ${value}::timestamptz where slug = 'acme'`
    const closed = { code: 'FORBIDDEN', message: expect.stringContaining('This organization is closed') }
    const during = organizationActionClient
      .metadata({ name: 'tests.write' })
      .inputSchema(schema)
      .action(async ({ ctx, parsedInput: { title } }) => {
        await set('2199-01-01')
        return createNote(ctx.db, { title })
      })
    expect(await during(call)).toMatchObject({ serverError: closed })
    const handler = vi.fn<() => unknown>()
    expect(await writingAction(handler)(call)).toMatchObject({ serverError: closed })
    expect(handler).not.toHaveBeenCalled()
    await set(null)
    expect(await written()).toEqual({ notes: 0, events: 0 })
  })

  it('refuses without a session', async () => {
    signedIn.id = ''
    expect(await writingAction(() => 'done')(call)).toMatchObject({ serverError: { code: 'UNAUTHORIZED' } })
    expect(await written()).toEqual({ notes: 0, events: 0 })
  })

  it('refuses a member from the moment of removal', async () => {
    const action = writingAction(() => 'done')
    expect(await action(call)).toEqual({ data: 'done' })
    const [removed] = await owner`delete from member where user_id = ${signedIn.id} returning *`
    expect(await action(call)).toMatchObject({ serverError: { code: 'NOT_FOUND' } })
    await owner`insert into member ${owner(removed ?? {})}`
  })
})
