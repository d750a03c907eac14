import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { database } from '../connection/client'
import { openWorkerConnections, type WorkerConnections } from '../connection/worker-connections'
import { demoId } from '../demo/demo'
import { cancelInvitation, createInvitation } from '../invitations/invitations'
import { listInvitations } from '../invitations/list'
import { deleteOrganization } from '../organizations/changes'
import { createOrganization } from '../organizations/organizations'
import { withExclusiveTenant, withTenant } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'
import { claimMail, settleFailed, settleSent } from './delivery'
import { insertInvitationMail, insertMail, insertMailAlone } from './queue'

const db = useTestDatabase()
const owner = claimOf('acme', 'owner@acme.test')
const email = 'guest@example.test'
const denied = { cause: { message: expect.stringMatching(/permission denied|row-level security/) } }
const sealed = () => ({ id: crypto.randomUUID(), sealed: 'AAAA', lifetime: 3600 })

let worker: WorkerConnections

beforeAll(() => {
  worker = openWorkerConnections()
})

afterAll(() => worker.close())

afterEach(async () => {
  await db.owner`DELETE FROM mail`
  await db.owner`DELETE FROM invitation WHERE email = ${email}`
})

/** Invites the guest with mail, and returns the invitation's ID. */
const invite = (claim = owner) =>
  withTenant(claim, async (tenant) => {
    const made = await createInvitation(tenant, { email, role: 'viewer' }, () => {})
    if (!made || made === 'repeated') throw new Error('The role does not exist.')
    await insertInvitationMail(tenant, made.id, sealed())
    return made.id
  })

const mails = () => db.owner`SELECT status, attempts, invitation_id FROM mail`
const trouble = async () =>
  withTenant(owner, async (tenant) => {
    const { invitations } = await listInvitations(tenant, { limit: 100 })
    return invitations.find((invitation) => invitation.email === email)?.mailTrouble
  })

describe('access to queued mail', () => {
  test('the app queues mail but reads none', async () => {
    await insertMailAlone(sealed())
    for (const statement of ['SELECT', 'SELECT id', 'DELETE'].map((verb) => `${verb} FROM mail`))
      await expect(database().execute(sql.raw(statement))).rejects.toMatchObject(denied)
    await expect(database().execute(sql`UPDATE mail SET sealed = 'B'`)).rejects.toMatchObject(denied)
    expect(await mails()).toHaveLength(1)
  })

  test('the app cannot queue the mail of an invitation without its organization', async () => {
    const invitationId = await invite()
    const forged = database().transaction((transaction) =>
      insertInvitationMail(transaction, invitationId, sealed()),
    )
    await expect(forged).rejects.toMatchObject(denied)
  })

  test('a member reads its delivery status, not the content, and only of their organization', async () => {
    await invite()
    const read = (organization: string, column: string) =>
      withTenant(claimOf(organization, 'both@gatehouse.test'), (tenant) =>
        tenant.execute(sql.raw(`SELECT ${column} FROM mail`)),
      )
    expect(await read('acme', 'status')).toHaveLength(1)
    expect(await read('acme', 'id')).toHaveLength(1)
    expect(await read('globex', 'status')).toHaveLength(0)
    expect(await read('globex', 'id')).toHaveLength(0)
    await expect(read('acme', 'sealed')).rejects.toMatchObject(denied)
  })

  test('a member queues no mail without an invitation, or for another organization’s', async () => {
    const invitationId = await invite()
    await expect(withTenant(owner, (tenant) => insertMail(tenant, [sealed()]))).rejects.toMatchObject(denied)
    const stranger = claimOf('globex', 'both@gatehouse.test')
    await expect(
      withTenant(stranger, (tenant) => insertInvitationMail(tenant, invitationId, sealed())),
    ).rejects.toMatchObject(denied)
    expect(await mails()).toHaveLength(1)
  })

  test('the worker reaches only the tables of mail and of blocks, and deletes nothing itself', async () => {
    const tables = await db.owner<{ name: string }[]>`
      SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
        AND (has_any_column_privilege('gatehouse_worker', oid, 'SELECT, INSERT, UPDATE')
          OR has_table_privilege('gatehouse_worker', oid, 'DELETE, TRUNCATE'))`
    expect(tables.map(({ name }) => name).toSorted()).toEqual(['mail', 'mail_block'])
    await expect(worker.run((run) => run.execute(sql`DELETE FROM mail`))).rejects.toMatchObject(denied)
    await expect(worker.run((run) => run.execute(sql`DELETE FROM mail_block`))).rejects.toMatchObject(denied)
  })

  test('the app does not inherit the worker’s role', async () => {
    const [row] = await db.owner`SELECT pg_has_role('gatehouse_app', 'gatehouse_worker', 'USAGE') AS inherits`
    expect(row).toEqual({ inherits: false })
  })
})

describe('the mail of an invitation', () => {
  test('is one row, which a resent one replaces', async () => {
    const id = await invite()
    const first = await worker.run(claimMail)
    await withTenant(owner, (tenant) => insertInvitationMail(tenant, id, sealed()))
    // The first one no longer counts.
    if (first) await worker.run((run) => settleFailed(run, first, 'EENVELOPE 550'))
    expect(await mails()).toEqual([{ status: 'waiting', attempts: 0, invitation_id: id }])
  })

  test('shows a delivery problem only when there is one', async () => {
    await invite()
    expect(await trouble()).toBeNull()
    await db.owner`UPDATE mail SET created_at = now() - interval '2 minutes'`
    expect(await trouble()).toBe('delayed')
    const claimed = await worker.run(claimMail)
    if (!claimed) throw new Error('Nothing was due.')
    await worker.run((run) => settleFailed(run, claimed, 'EENVELOPE 550'))
    expect(await trouble()).toBe('failed')
    await db.owner`DELETE FROM mail`
    expect(await trouble()).toBeNull()
  })

  test('is dropped when the invitation is canceled, unless it was sent', async () => {
    const id = await invite()
    await withTenant(owner, (tenant) => cancelInvitation(tenant, id))
    expect(await mails()).toEqual([])
    const again = await invite()
    const claimed = await worker.run(claimMail)
    if (claimed) await worker.run((run) => settleSent(run, claimed))
    await withTenant(owner, (tenant) => cancelInvitation(tenant, again))
    expect(await mails()).toMatchObject([{ status: 'sent' }])
  })

  test('is deleted with the organization', async () => {
    const ownerId = demoId('user', 'owner@acme.test')
    await createOrganization({ name: 'Short', slug: 'short', ownerId })
    const claim = { organization: 'short', userId: ownerId }
    await invite(claim)
    await withExclusiveTenant(claim, deleteOrganization)
    expect(await mails()).toEqual([])
  })
})
