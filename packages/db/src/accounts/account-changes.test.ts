import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { useTestDatabase } from '../testing/use-test-database'
import { recordAccountChange } from './account-changes'
import { updateName } from './name'

const db = useTestDatabase()
const id = demoId('user', 'owner@acme.test')
const change = { userId: id, action: 'account.test', requestId: 'r1' }
const recorded = async () => (await db.owner`SELECT FROM audit_event WHERE action = 'account.test'`).length

test('a new name is recorded with the change, and a lost race records nothing', async () => {
  const current = { id, name: String((await db.owner`SELECT name FROM "user" WHERE id = ${id}`)[0]?.name) }
  const renamed = await Promise.all(['Ada', 'Bea'].map((name) => updateName(current, { name }, 'r1')))
  expect(renamed.filter(Boolean)).toHaveLength(1)
  const rows = await db.owner`SELECT changes FROM audit_event WHERE action = 'account.updateName'`
  expect(rows).toHaveLength(1)
  expect(rows[0]?.changes).toMatchObject({ name: { old: current.name } })
})

test('a record without changes, or a long one, is refused', async () => {
  const refused: Parameters<typeof recordAccountChange>[2][] = [{}, { name: { new: 'x'.repeat(2001) } }]
  for (const changes of refused)
    await expect(
      database().transaction((transaction) => recordAccountChange(transaction, change, changes)),
    ).rejects.toMatchObject({ cause: { constraint_name: 'account_change_is_brief' } })
  expect(await recorded()).toBe(0)
})

test('nothing else writes such a record', async () => {
  await expect(
    database().transaction(async (transaction) => {
      await recordAccountChange(transaction, change, { password: {} })
      await transaction.execute(sql`INSERT INTO audit_event (actor_id, action, target_type, target_id, changes)
        VALUES (${id}, 'account.test', 'account', ${id}, '{}')`)
    }),
  ).rejects.toMatchObject({ cause: { code: '42501' } })
  expect(await recorded()).toBe(0)
})
