import { beforeEach, describe, expect, test } from 'vitest'
import { spendCaptcha } from './captcha-spent'
import { useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const MINUTE = 60_000
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE)
const ID = 'a'.repeat(32)

beforeEach(async () => {
  await db.owner`DELETE FROM captcha_spent`
})

describe('spendCaptcha', () => {
  test('accepts a solution once', async () => {
    expect(await spendCaptcha(ID, inMinutes(20))).toBe(true)
    expect(await spendCaptcha(ID, inMinutes(20))).toBe(false)
    expect(await spendCaptcha('b'.repeat(32), inMinutes(20))).toBe(true)
  })

  test('accepts one of fifty parallel uses', async () => {
    const calls = Array.from({ length: 50 }, () => spendCaptcha(ID, inMinutes(20)))
    expect((await Promise.all(calls)).filter(Boolean)).toHaveLength(1)
  })

  test('refuses an expired solution', async () => {
    expect(await spendCaptcha(ID, inMinutes(-1))).toBe(false)
  })

  test('leaves expired rows to the worker', async () => {
    await db.owner`INSERT INTO captcha_spent VALUES ('over-for-two-hours', now() - interval '2 hours')`
    await spendCaptcha(ID, inMinutes(20))
    expect(await db.owner`SELECT FROM captcha_spent`).toHaveLength(2)
  })

  test('is not accessible to the tenant role', async () => {
    const [row] =
      await db.owner`SELECT has_table_privilege('gatehouse_tenant', 'captcha_spent', 'SELECT, INSERT, UPDATE, DELETE')
      OR has_table_privilege('public', 'captcha_spent', 'SELECT, INSERT, UPDATE, DELETE') AS reached`
    expect(row).toEqual({ reached: false })
  })
})
