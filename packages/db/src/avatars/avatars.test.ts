import { beforeAll, expect, test } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { lockUser } from '../accounts/mailed-links'
import { useTestDatabase } from '../testing/use-test-database'
import { dropAvatar, keepAvatar } from './own'
import { readVisibleAvatar } from './visible'

const db = useTestDatabase()
const person = demoId('user', 'editor@acme.test')
const version = 'a'.repeat(16)
const image = new Uint8Array([1, 2, 3])

const keep = (made = version) =>
  database().transaction(async (transaction) => {
    await lockUser(transaction, person)
    return keepAvatar(transaction, person, { image, version: made })
  })

const read = (email: string, { twoFactor = false, seesEveryone = false, asked = version } = {}) =>
  readVisibleAvatar(
    { id: demoId('user', email), twoFactor, seesEveryone },
    { userId: person, version: asked },
  )

beforeAll(async () => {
  await keep()
})

test('an avatar is shown to its owner, to people in the same organization and to those who see everyone', async () => {
  expect(await read('editor@acme.test')).toEqual(Buffer.from(image))
  expect(await read('viewer@acme.test')).toBeDefined()
  expect(await read('owner@globex.test')).toBeUndefined()
  expect(await read('nomad@gatehouse.test')).toBeUndefined()
  expect(await read('root@gatehouse.test', { seesEveryone: true })).toBeDefined()
  expect(await read('viewer@acme.test', { asked: 'b'.repeat(16) })).toBeUndefined()
})

test('an organization that requires two-factor authentication shows none to members without it', async () => {
  await db.owner`UPDATE organization SET two_factor_required = true WHERE slug = 'acme'`
  expect(await read('viewer@acme.test')).toBeUndefined()
  expect(await read('viewer@acme.test', { twoFactor: true })).toBeDefined()
  expect(await read('editor@acme.test')).toBeDefined()
  await db.owner`UPDATE organization SET two_factor_required = false WHERE slug = 'acme'`
})

test('a tenant transaction can’t read pictures', async () => {
  await expect(
    db.owner.begin(async (owner) => {
      await owner`SET LOCAL ROLE gatehouse_tenant`
      await owner`SELECT image FROM avatar`
    }),
  ).rejects.toThrow('permission denied')
})

test('the same picture is kept once, another one replaces it, and removing it works once', async () => {
  expect(await keep()).toBe(false)
  const versions = ['c'.repeat(16), 'd'.repeat(16)]
  expect(await Promise.all(versions.map((made) => keep(made)))).toEqual([true, true])
  const [stored] = await db.owner`SELECT image FROM "user" WHERE id = ${person}`
  expect(versions).toContain(stored?.image)
  expect(await db.owner`SELECT FROM avatar`).toHaveLength(1)
  const drop = () =>
    database().transaction(async (transaction) => {
      await lockUser(transaction, person)
      return dropAvatar(transaction, person)
    })
  expect((await Promise.all([drop(), drop()])).toSorted()).toEqual([false, true])
  expect(await db.owner`SELECT FROM "user" WHERE image IS NOT NULL`).toHaveLength(0)
})
