import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claimOf, useTestDatabase } from '../testing/use-test-database'
import { withTenant } from '../tenancy/tenant'
import { database } from './client'

useTestDatabase()

const VALUE = 'value-that-someone-typed'

/** All that a log prints of an error, causes included. */
async function printed(answer: PromiseLike<unknown>): Promise<string> {
  const error = await Promise.resolve(answer).then(
    () => 'no error',
    (reason: unknown) => reason,
  )
  return inspect(error, { depth: 20, showHidden: true }) + String(error instanceof Error && error.stack)
}

// Our patches of drizzle-orm and postgres leave values out of their errors. Without them this fails.
test.each([
  [sql`SELECT ${VALUE}::uuid`, '22P02', 'SELECT $1::uuid'],
  [sql`SELECT FROM missing_table WHERE name = ${VALUE}`, '42P01', 'missing_table'],
  [sql`INSERT INTO "user" (name, email) VALUES (${VALUE}, 'owner@acme.test')`, '23505', 'user_email_unique'],
  [sql`INSERT INTO "user" (name, email) VALUES (${`${VALUE}\u0001`}, ${VALUE})`, '23514', 'user_name_line'],
])('an error names code and statement, and no value: %#', async (statement, code, named) => {
  const acme = claimOf('acme', 'owner@acme.test')
  for (const run of [
    () => database().execute(statement),
    () => database().transaction((transaction) => transaction.execute(statement)),
  ]) {
    const text = await printed(run())
    expect(text).toContain(code)
    expect(text).toContain(named)
    expect(text).not.toContain(VALUE)
  }
  const text = await printed(withTenant(acme, (tenant) => tenant.execute(statement)))
  expect(text).toContain('Failed query')
  expect(text).not.toContain(VALUE)
})
