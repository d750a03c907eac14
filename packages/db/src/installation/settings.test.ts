import { beforeEach, expect, test } from 'vitest'
import { violatedConstraint } from '../connection/database-error'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { createOrganization } from '../organizations/organizations'
import { user } from '../accounts/table'
import { useTestDatabase } from '../testing/use-test-database'
import { changeInstallation, readInstallation } from './settings'
import type { InstallationSettings } from './settings'

const db = useTestDatabase()
const root = demoId('user', 'root@gatehouse.test')
const nomad = demoId('user', 'nomad@gatehouse.test')
const decision = { adminId: root, action: 'installation.test', requestId: 'r1', reason: 'Spam' }
const open: InstallationSettings = {
  signUp: 'open',
  signUpDomains: '',
  organizationCreators: 'everyone',
  banner: '',
}

beforeEach(async () => {
  await db.owner`DELETE FROM "user" WHERE email LIKE '%@new.test'`
  await db.owner`DELETE FROM installation`
  await db.owner`INSERT INTO installation DEFAULT VALUES`
})

const add = (email: string) =>
  database()
    .insert(user)
    .values({ name: 'New', email })
    .then(() => 'added', violatedConstraint)

test('changes are recorded once, with the reason', async () => {
  expect(await changeInstallation(decision, open, { signUp: 'invitation', banner: 'Back at noon' })).toBe(
    true,
  )
  expect(await readInstallation()).toEqual({ ...open, signUp: 'invitation', banner: 'Back at noon' })
  const events = await db.owner`SELECT actor_id, organization_id, visible_to_admins, changes FROM audit_event
    WHERE target_type = 'installation' AND action = ${decision.action}`
  expect(events).toEqual([
    {
      actor_id: root,
      organization_id: null,
      visible_to_admins: true,
      changes: {
        sign_up_mode: { old: 'open', new: 'invitation' },
        banner: { old: '', new: 'Back at noon' },
        reason: { new: 'Spam' },
      },
    },
  ])
})

test('when two changes run at once, the second sees that the settings have changed', async () => {
  const both = await Promise.all([
    changeInstallation(decision, open, { banner: 'One' }),
    changeInstallation(decision, open, { banner: 'Two' }),
  ])
  expect(both.toSorted()).toEqual([false, true])
})

test.each(['user', 'support', 'user,super-admin'])('the role %s changes nothing', async (role) => {
  await db.owner`UPDATE "user" SET role = ${role} WHERE id = ${nomad}`
  const change = changeInstallation({ ...decision, adminId: nomad }, open, { banner: 'Mine' })
  await expect(change).rejects.toMatchObject({ code: 'NO_LONGER_ADMIN' })
  await db.owner`UPDATE "user" SET role = 'user' WHERE id = ${nomad}`
  expect(await readInstallation()).toEqual(open)
})

test('the database refuses accounts that the settings do not accept, whichever way they are created', async () => {
  expect(await add('a@new.test')).toBe('added')
  await changeInstallation(decision, open, { signUp: 'domains', signUpDomains: 'other.test new.test' })
  expect(await add('b@new.test')).toBe('added')
  for (const email of ['c@sub.new.test', 'c@enew.test', 'new.test@example.test'])
    expect(await add(email)).toBe('sign_up_is_open')

  await db.owner`UPDATE installation SET sign_up_mode = 'invitation'`
  expect(await add('invited@new.test')).toBe('sign_up_is_open')
  const invite = (status: string, expires: string) => db.owner`
    INSERT INTO invitation (organization_id, inviter_id, email, role, status, token_hash, expires_at)
    VALUES (${demoId('organization', 'acme')}, ${demoId('user', 'owner@acme.test')}, 'invited@new.test', 'viewer', ${status},
      encode(sha256(${status + expires}::bytea), 'hex'), now() + ${expires}::interval)`
  await invite('canceled', '1 day')
  await invite('pending', '-1 day')
  expect(await add('invited@new.test')).toBe('sign_up_is_open')
  await db.owner`DELETE FROM invitation WHERE email = 'invited@new.test'`
  await invite('pending', '1 day')
  expect(await add('invited@new.test')).toBe('added')
})

test('without settings, nobody signs up or creates an organization', async () => {
  await db.owner`DELETE FROM installation`
  expect(await add('d@new.test')).toBe('sign_up_is_open')
  const created = createOrganization({ name: 'Works', slug: 'works-of-nobody', ownerId: nomad })
  await expect(created).rejects.toMatchObject({ code: 'CREATED_BY_ADMINS' })
  await expect(readInstallation()).rejects.toThrow('The installation has no settings.')
})

test('super-admins can reserve the creation of organizations for themselves', async () => {
  await changeInstallation(decision, open, { organizationCreators: 'admins' })
  const create = (ownerId: string, slug: string) => createOrganization({ name: 'Works', slug, ownerId })
  await expect(create(nomad, 'works-of-nomad')).rejects.toMatchObject({ code: 'CREATED_BY_ADMINS' })
  expect(await db.owner`SELECT FROM organization WHERE slug = 'works-of-nomad'`).toHaveLength(0)
  expect(await create(root, 'works-of-root')).toMatchObject({ slug: 'works-of-root' })
})
