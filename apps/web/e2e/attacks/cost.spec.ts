import { expect } from '@playwright/test'

import { outcomeOf } from '../fixtures/outcome'
import { send } from '../fixtures/raw-http'
import { withStatementLog } from '../fixtures/statement-log'
import { rightfulCaller, signedIn } from './caller'
import { callsTo } from './calls'
import { matrix } from './matrix/all'
import { cookieOf } from './page-reply'
import { adminPages, organizationPages, personalPages } from './page-list'
import { test } from './test'
import type { Arena } from './arena'

/** A secured write: session, limit, BEGIN, the scope, two of work, COMMIT. */
const MOST_OF_A_WRITE = 7
/** A page: session, organizations, BEGIN, the scope, one of work, COMMIT. */
const MOST_OF_A_PAGE = 6
/** What no guarded write can do without, nor a page: less would say that nothing was counted. */
const LEAST_OF_A_WRITE = 5
const LEAST_OF_A_PAGE = 1

interface Cost {
  name: string
  statements: string[]
}

const over = (costs: Cost[], most: number) => costs.filter(({ statements }) => statements.length > most)
const under = (costs: Cost[], least: number) => costs.filter(({ statements }) => statements.length < least)

function print(title: string, costs: Cost[]): void {
  const lines = costs
    .toSorted((a, b) => b.statements.length - a.statements.length)
    .map(({ name, statements }) => `${String(statements.length).padStart(3)}  ${name}`)
  process.stdout.write(`\n${title}, in SQL statements\n${lines.join('\n')}\n`)
}

const read = (arena: Arena, path: string, person: Parameters<typeof signedIn>[1]) =>
  send({ method: 'GET', path, headers: { Accept: 'text/html', ...cookieOf(signedIn(arena, person)) } })

test.describe('the cost of a call', () => {
  // One after the other: they share the server's settings.
  test.describe.configure({ mode: 'default' })

  test.skip(({ arena }) => arena.development, 'A development database is not ours to alter.')

  test('a write in an organization', async ({ arena }) => {
    const costs: Cost[] = []
    await withStatementLog(
      arena.database.sql,
      () => read(arena, '/acme/tasks', 'owner@acme.test'),
      async (log) => {
        for (const row of matrix.filter(({ kind }) => kind === 'organization')) {
          const caller = rightfulCaller(arena, row)
          const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
          await arena.database.resetCounters()
          let outcome = ''
          const statements = await log.during(async () => {
            outcome = outcomeOf(await send(request)).kind
          })
          await arena.restore(await arena.snapshot())
          expect(['data', 'redirect'], row.exportName).toContain(outcome)
          costs.push({ name: row.exportName, statements })
        }
      },
    )
    print('Writes', costs)
    expect(over(costs, MOST_OF_A_WRITE)).toEqual([])
    expect(under(costs, LEAST_OF_A_WRITE)).toEqual([])
  })

  test('a page', async ({ arena }) => {
    const costs: Cost[] = []
    await withStatementLog(
      arena.database.sql,
      () => read(arena, '/acme/tasks', 'owner@acme.test'),
      async (log) => {
        for (const page of [...organizationPages, ...personalPages, ...adminPages]) {
          const path = page.path(arena)
          const statements = await log.during(async () => {
            const reply = await read(arena, path, page.reader)
            expect(reply.status, path).toBe(200)
          })
          costs.push({ name: path, statements })
        }
      },
    )
    print('Pages', costs)
    expect(over(costs, MOST_OF_A_PAGE)).toEqual([])
    expect(under(costs, LEAST_OF_A_PAGE)).toEqual([])
  })
})
