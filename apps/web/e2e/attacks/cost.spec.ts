import { expect } from '@playwright/test'

import { versionOf } from '@kit/action-middleware/input/version'
import { isDevelopmentServer } from '@kit/attacks/app/manifest'
import { outcomeOf } from '@kit/attacks/http/outcome'
import { pageRoutes, routeOf } from '@kit/attacks/app/page-routes'
import type { Person } from '@kit/attacks/app/people'
import { send } from '@kit/attacks/http/raw-http'
import { withStatementLog } from '@kit/attacks/state/statement-log'
import { allowedCaller, signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { matrix } from './matrix'
import { cookieOf } from '@kit/attacks/engine/page-reply'
import type { Input, NamedRow } from '@kit/attacks/engine/row'
import { organizationPaths } from '../fixtures/organization-paths'
import { guardedPages } from './page-list'
import { test } from '@kit/attacks/engine/test'
import type { Arena } from '@kit/attacks/engine/arena'

/** Session, limit, BEGIN, scope, two for the work, COMMIT. */
const MOST_OF_A_WRITE = 7
/** Session, organizations, BEGIN, scope, one for the work, COMMIT. */
const MOST_OF_A_PAGE = 6
/** One statement more than a page, because the text is first looked up in the index. */
const MOST_OF_A_SEARCH = 7
/** A lower count means that the counting is broken. */
const LEAST_OF_A_WRITE = 5
const LEAST_OF_A_PAGE = 1

/** Pages that show no one's data, or redirect. */
const otherPages = [
  '/',
  '/contact',
  '/lab',
  '/lab/attack',
  '/lab/challenges/raw-sql',
  '/lab/inventory',
  '/lab/no-ownership',
  '/lab/questions',
  '/lab/rules/is-authorized',
  '/sign-in',
  '/sign-in/code',
  '/sign-in/help',
  '/sign-in/link',
  '/sign-in/link?token=x',
  '/sign-in/provider',
  '/sign-up',
  '/forgot-password',
  '/reset-password?token=x',
  '/verify-email?token=x',
  '/not-me?token=x',
  '/report-email?token=x',
  '/check-email',
  '/invitations?token=x',
  '/account/confirm-email?token=x',
  '/account/security/confirm',
  '/organizations/new',
  '/organizations/open',
  '/acme',
]

/** The pages of an organization, with every query parameter a list accepts. */
const fullerPages = (arena: Arena) =>
  organizationPaths
    .filter(({ ofNothing }) => !ofNothing)
    .map(
      ({ path }) =>
        `${path}${path.includes('?') ? '&' : '?'}search=a&status=todo&cursor=${arena.organizationId('acme')}`,
    )

interface Write {
  name: string
  row: NamedRow
  as: Person | undefined
  input: Input
  arrange?: (arena: Arena) => Promise<unknown>
}

/** Every write of an organization, in each way the matrix allows, plus the most expensive variants. */
function writes(arena: Arena): Write[] {
  const rows = matrix.filter(
    ({ kind, exportName }) => kind === 'organization' || /^(accept|decline)Invitation/.test(exportName),
  )
  const named = (exportName: string) => {
    const row = rows.find((candidate) => candidate.exportName === exportName)
    if (!row) throw new Error(`The matrix has no ${exportName}.`)
    return row
  }
  const role = arena.roleId('Triage')
  return [
    ...rows.flatMap((row) => [
      { name: row.exportName, row, as: row.as, input: row.input(arena) },
      ...(row.kind === 'organization' ? row.allowedByOwnership : []).map(({ label, as, input, arrange }) => ({
        name: `${row.exportName}: ${label}`,
        row,
        as,
        input: input(arena),
        arrange,
      })),
    ]),
    {
      name: 'changeRoleAction: a custom role',
      row: named('changeRoleAction'),
      as: 'owner@acme.test',
      input: {
        organization: 'acme',
        memberId: arena.memberId('acme', 'editor@acme.test'),
        role,
        version: versionOf({ role: 'editor' }),
      },
    },
    {
      name: 'createInvitationAction: a custom role',
      row: named('createInvitationAction'),
      as: 'owner@acme.test',
      input: { organization: 'acme', email: 'counted@attack.test', role },
    },
  ]
}

interface Cost {
  name: string
  statements: string[]
}

const MAILS = /^(create|resend)Invitation/

/** The banner is read at most once in five seconds, however many pages are opened. */
const withoutBanner = (statements: string[]) =>
  statements.filter((statement) => !/^select .* from "installation"$/i.test(statement))

const over = (costs: Cost[], most: number) => costs.filter(({ statements }) => statements.length > most)
const under = (costs: Cost[], least: number) => costs.filter(({ statements }) => statements.length < least)

/** Counts up to the commit. The page rendered after a redirect is counted as a page. */
function ofTheWrite(statements: string[]): string[] {
  const committed = statements.findIndex((statement) => statement.toLowerCase() === 'commit')
  return committed === -1 ? statements : statements.slice(0, committed + 1)
}

/** Leaves out one statement that counts a limit. */
function withoutOneCount(statements: string[]): string[] {
  const index = statements.findIndex((statement) => statement.startsWith('WITH hit AS'))
  return statements.toSpliced(index, index === -1 ? 0 : 1)
}

function print(title: string, costs: Cost[]): void {
  const lines = costs
    .toSorted((a, b) => b.statements.length - a.statements.length)
    .map(({ name, statements }) => `${String(statements.length).padStart(3)}  ${name}`)
  process.stdout.write(`\n${title}, in SQL statements\n${lines.join('\n')}\n`)
}

const read = (arena: Arena, path: string, person: Person) =>
  send({ method: 'GET', path, headers: { Accept: 'text/html', ...cookieOf(signedIn(arena, person)) } })

// A development server compiles in between, and the suite can't change its database settings, so nothing is counted.
const isCounted = !(await isDevelopmentServer())

const countedTests = () => {
  // Sequential, because they share the database server's settings.
  test.describe.configure({ mode: 'default' })

  test('a write in an organization', async ({ arena }) => {
    const costs: Cost[] = []
    await withStatementLog(
      arena.database.sql,
      () => read(arena, '/acme/members', 'owner@acme.test'),
      async (log) => {
        for (const { name, row, as, input, arrange } of writes(arena)) {
          const caller = as ? signedIn(arena, as) : allowedCaller(arena, row)
          const request = callsTo(arena, row, caller).likeTheApp(input)
          await arena.prepare({ ...row, fresh: true })
          await arrange?.(arena)
          await arena.database.resetCounters()
          const mailed = MAILS.test(row.exportName)
          let outcome = ''
          const statements = await log.during(async () => {
            outcome = outcomeOf(await send(request)).kind
          })
          await arena.restore(await arena.snapshot())
          expect(['data', 'redirect'], name).toContain(outcome)
          const own = ofTheWrite(statements)
          // An email adds two statements, one that queues it and one that counts it by its sender. They come on top of the
          // action's limit.
          const others = own.filter((statement) => !/^insert into "mail"/i.test(statement))
          expect(own.length - others.length, name).toBe(mailed ? 1 : 0)
          costs.push({ name, statements: mailed ? withoutOneCount(others) : others })
        }
      },
    )
    print('Writes', costs)
    expect(over(costs, MOST_OF_A_WRITE)).toEqual([])
    expect(under(costs, LEAST_OF_A_WRITE)).toEqual([])
  })

  test('a page', async ({ arena }) => {
    const guarded: Cost[] = []
    const others: Cost[] = []
    await withStatementLog(
      arena.database.sql,
      () => read(arena, '/acme/members', 'owner@acme.test'),
      async (log) => {
        const count = async (path: string, person: Person) =>
          withoutBanner(
            await log.during(async () => {
              const reply = await read(arena, path, person)
              expect(reply.status, path).toBeLessThan(400)
            }),
          )
        for (const page of guardedPages) {
          const path = page.path(arena)
          guarded.push({ name: path, statements: await count(path, page.reader) })
        }
        for (const path of fullerPages(arena))
          guarded.push({ name: path, statements: await count(path, 'owner@acme.test') })
        for (const path of otherPages)
          others.push({ name: path, statements: await count(path, 'owner@acme.test') })
        others.push({ name: '/admin', statements: await count('/admin', 'root@gatehouse.test') })
      },
    )
    print('Pages', [...guarded, ...others])
    const isSearch = ({ name }: Cost) => name.includes('search=')
    const all = [...guarded, ...others]
    expect(over(all.filter(isSearch), MOST_OF_A_SEARCH)).toEqual([])
    expect(
      over(
        all.filter((cost) => !isSearch(cost)),
        MOST_OF_A_PAGE,
      ),
    ).toEqual([])
    expect(under(guarded, LEAST_OF_A_PAGE)).toEqual([])

    const routes = pageRoutes()
    const visited = [...guarded, ...others].map(({ name }) => routeOf(name, routes))
    expect(new Set(visited), 'every page is counted').toEqual(new Set(routes))
  })
}

if (isCounted) test.describe('the cost of a call', countedTests)
