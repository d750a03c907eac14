import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { session } from '../accounts/table'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { useTestDatabase } from '../testing/use-test-database'
import { resetTwoFactor } from './reset'
import { backupCode, twoFactor } from './table'

useTestDatabase()
const [userId, other] = ['viewer@acme.test', 'editor@acme.test'].map((email) => demoId('user', email))
const tables = [twoFactor, backupCode, session]

const rowsOf = async (id = '') =>
  Promise.all(
    tables.map(async (table) => (await database().select().from(table).where(eq(table.userId, id))).length),
  )

test('turns it off for one account, ends its sessions and tells its owner', async () => {
  for (const id of [userId, other]) {
    if (!id) throw new Error('The seed has two people.')
    await database().insert(twoFactor).values({ userId: id, sealedSecret: 'sealed', enabledAt: new Date() })
    await database().insert(backupCode).values({ userId: id, codeHash: 'a-hash-of-16-or-more' })
    await database().insert(session).values({ userId: id, token: id, expiresAt: new Date() })
  }
  const notify = vi.fn<() => Promise<void>>()
  expect(await resetTwoFactor(' Viewer@ACME.test ', notify)).toBe('reset')
  expect(notify).toHaveBeenCalledWith(expect.anything(), 'viewer@acme.test')
  expect(await rowsOf(userId)).toEqual([0, 0, 0])
  expect(await rowsOf(other)).toEqual([1, 1, 1])
})

test('changes nothing when its owner could not be notified', async () => {
  const notify = () => Promise.reject(new Error('no mail'))
  await expect(resetTwoFactor('editor@acme.test', notify)).rejects.toThrow('no mail')
  expect(await rowsOf(other)).toEqual([1, 1, 1])
})

test('notifies no one when there is nothing to turn off', async () => {
  const notify = vi.fn<() => Promise<void>>()
  expect(await resetTwoFactor('nobody@acme.test', notify)).toBe('unknown')
  expect(await resetTwoFactor('owner@acme.test', notify)).toBe('off')
  expect(notify).not.toHaveBeenCalled()
})
