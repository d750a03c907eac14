import { getAuthTables } from 'better-auth/db'
import { getTableColumns, is, type Column } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as schema from '@kit/db/schema'
import { logger } from '@kit/log/logger'
import { auth } from './auth'
import { signIn, signUp } from '../session/credentials'
import { getSession } from '../session/session'
import { Browser, startWorld } from '../testing/testing'

const password = 'open-the-gate-2026'

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld({ APP_URL: 'https://app.gatehouse.test' })
})

afterAll(() => world.stop())

type Fields = ReturnType<typeof getAuthTables>[string]['fields']

function isUnique(table: PgTable, column: Column): boolean {
  const constraints = getTableConfig(table).uniqueConstraints
  return (
    column.isUnique ||
    constraints.some(({ columns }) => columns.length === 1 && columns[0]?.name === column.name)
  )
}

describe('the schema', () => {
  const tables = new Map(Object.entries(schema))

  function problemsOf(model: string, fields: Fields): string[] {
    const table = tables.get(model)
    if (!is(table, PgTable)) return [`${model} is missing`]
    const columns: Record<string, Column> = getTableColumns(table)
    return Object.entries(fields).flatMap(([name, field]) => {
      const column = columns[name]
      if (!column) return [`${model}.${name} is missing`]
      const problems: string[] = []
      if (column.notNull && !column.hasDefault && !field.required && !field.defaultValue) {
        problems.push(`${model}.${name} cannot be left out`)
      }
      if (field.unique && !isUnique(table, column)) problems.push(`${model}.${name} is not unique`)
      return problems
    })
  }

  it('has every table and field the library expects', () => {
    const expected = Object.entries(getAuthTables(auth().options))
    expect(expected.map(([model]) => model)).toEqual(['user', 'session', 'account', 'verification'])
    expect(expected.flatMap(([model, { fields }]) => problemsOf(model, fields))).toEqual([])
  })
})

describe('on https', () => {
  it('keeps the session in a cookie that only this host can set, over https', async () => {
    const browser = new Browser()
    await browser.run(() => signIn({ email: 'owner@acme.test', password }))
    expect([...browser.cookies.keys()]).toEqual([
      '__Host-gatehouse.session_token',
      '__Host-gatehouse.browser',
    ])
    expect(browser.cookies.get('__Host-gatehouse.session_token')?.options).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      path: '/',
      domain: undefined,
      maxAge: 7 * 24 * 60 * 60,
    })
  })

  it('ignores a session cookie without the prefix', async () => {
    const browser = new Browser()
    await browser.run(() => signIn({ email: 'owner@acme.test', password }))
    const cookie = browser.cookies.get('__Host-gatehouse.session_token')
    if (!cookie) throw new Error('There is no session cookie.')
    const bare = new Browser()
    bare.cookies.set('gatehouse.session_token', cookie)
    bare.cookies.set('__Secure-gatehouse.session_token', cookie)
    expect(await bare.run(getSession)).toBeNull()
    expect(await browser.run(getSession)).not.toBeNull()
  })
})

it('writes links to our own pages', async () => {
  await new Browser().run(() => signUp({ name: 'Ada', email: 'ada@example.test', password }))
  const [message] = await world.mailTo('ada@example.test')
  expect(message?.text).toContain('https://app.gatehouse.test/verify-email?token=')
  expect(message?.html).not.toContain('/api/auth')
})

it('logs a failure without the written values', async () => {
  const log = vi.spyOn(logger, 'error').mockReturnValue()
  const email = 'grace@example.test'
  // Longer than the column allows.
  await expect(new Browser().run(() => signUp({ name: 'n'.repeat(500), email, password }))).rejects.toThrow(
    'Failed to create user',
  )
  const logged = JSON.stringify(log.mock.calls)
  log.mockRestore()
  expect(logged).toContain('Failed to create user')
  expect(logged).toContain('23514')
  expect(logged).not.toMatch(/grace|nnn|argon2|open-the-gate/i)
})

it('reads no settings until it is used', async () => {
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', '')
  const fresh = await import('./auth')
  expect(() => fresh.auth()).toThrow('DATABASE_URL')
})
