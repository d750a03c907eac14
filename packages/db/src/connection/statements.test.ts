import { setExporting } from '@kit/telemetry/exporting'
import { sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { useTestDatabase } from '../testing/use-test-database'
import { database } from './client'

const spans: unknown[] = []
vi.mock('@kit/telemetry/in-span', () => ({
  inSpan: (name: string, attributes: object, work: () => unknown) => {
    spans.push({ name, ...attributes })
    return work()
  },
}))

useTestDatabase()

afterEach(() => setExporting(undefined))

test('every statement is a span without its values, in and outside of transactions', async () => {
  setExporting({ stop: async () => {} })
  const statement = sql`SELECT ${'typed-value'}::text AS value`
  const row = { value: 'typed-value' }
  expect([...(await database().execute(statement))]).toEqual([row])
  await database().transaction(async (transaction) => {
    expect([...(await transaction.execute(statement))]).toEqual([row])
    await transaction.transaction(async (inner) => {
      expect([...(await inner.execute(statement))]).toEqual([row])
    })
    expect(await transaction.query.user.findFirst({ columns: { email: true } })).toHaveProperty('email')
  })
  const same = spans.filter((span) => JSON.stringify(span).includes('SELECT $1::text AS value'))
  expect(same.length).toBeGreaterThanOrEqual(2)
  expect(same[0]).toMatchObject({ name: 'sql', 'db.system.name': 'postgresql' })
  expect(JSON.stringify(spans)).toContain('from \\"user\\"')
  expect(JSON.stringify(spans)).not.toContain('typed-value')
})
