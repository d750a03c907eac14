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

  test('removes only expired rows, a few at a time', async () => {
    await db.owner`INSERT INTO captcha_spent
      SELECT 'old-proof-number-' || n, now() - interval '2 hours' FROM generate_series(1, 25) AS n`
    await db.owner`INSERT INTO captcha_spent VALUES ('over-for-a-minute', now() - interval '1 minute')`
    const left = async () => (await db.owner`SELECT id FROM captcha_spent`).length
    await spendCaptcha(ID, inMinutes(20))
    expect(await left()).toBe(17)
    await spendCaptcha(ID, inMinutes(20))
    await spendCaptcha(ID, inMinutes(20))
    expect(await left()).toBe(2)
  })

  test('is not accessible to the tenant role', async () => {
    const [row] =
      await db.owner`SELECT has_table_privilege('gatehouse_tenant', 'captcha_spent', 'SELECT, INSERT, UPDATE, DELETE')
      OR has_table_privilege('public', 'captcha_spent', 'SELECT, INSERT, UPDATE, DELETE') AS reached`
    expect(row).toEqual({ reached: false })
  })
})
