import { expect } from '@playwright/test'

import { leaksIn } from '../fixtures/leaks'
import { send, type RawResponse } from '../fixtures/raw-http'
import { forgedCookies } from '../fixtures/sessions'
import { repositoryDirectory, type Arena } from './arena'
import { nobody, signedIn, withCookie, type Caller } from './caller'
import { foreignTo } from './fire'
import { test } from './test'

interface Page {
  name: string
  path: (arena: Arena) => string
  /** What a rightful reader sees on it. */
  shows: (arena: Arena) => string
  /** Answers for who is signed in and has no business there. */
  stranger: readonly number[]
}

const acmeTask = (arena: Arena) => arena.taskId({ organization: 'acme', createdBy: 'owner@acme.test' })
const title = (arena: Arena, id: string) => String(arena.row('task', id).title)

const organizationPages: Page[] = [
  {
    name: 'the tasks of an organization',
    path: () => '/acme/tasks?sort=oldest',
    shows: (arena) => title(arena, oldest(arena)),
    stranger: [404],
  },
  {
    name: 'a task',
    path: (arena) => `/acme/tasks/${acmeTask(arena)}`,
    shows: (arena) => title(arena, acmeTask(arena)),
    stranger: [404],
  },
  { name: 'the form of a task', path: () => '/acme/tasks/new', shows: () => 'Acme Viewer', stranger: [404] },
  {
    name: 'the members of an organization',
    path: () => '/acme/members',
    shows: () => 'viewer@acme.test',
    stranger: [404],
  },
]

const personalPages: Page[] = [
  { name: 'the account', path: () => '/account', shows: () => 'editor@acme.test', stranger: [200] },
  {
    name: 'the organizations of a person',
    path: () => '/organizations',
    shows: () => 'Acme',
    stranger: [200],
  },
]

/** How a page can be asked for: whole, as the router asks, and as it asks before anybody has clicked. */
const ways: Record<string, { headers: Record<string, string>; query: string }> = {
  html: { headers: { Accept: 'text/html' }, query: '' },
  rsc: { headers: { RSC: '1' }, query: '_rsc=abcde' },
  'rsc without its query': { headers: { RSC: '1' }, query: '' },
  prefetch: { headers: { RSC: '1', 'Next-Router-Prefetch': '1' }, query: '_rsc=abcde' },
  'segment prefetch': {
    headers: { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
    query: '_rsc=abcde',
  },
  'internal headers': {
    headers: {
      'X-Middleware-Subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy',
      'X-Nextjs-Data': '1',
      'X-Matched-Path': '/',
    },
    query: '',
  },
}

function oldest(arena: Arena): string {
  const acme = arena
    .rows('task')
    .filter(({ organization_id }) => organization_id === arena.organizationId('acme'))
  return String(acme.toSorted((a, b) => String(a.created_at).localeCompare(String(b.created_at)))[0]?.id)
}

const cookieOf = ({ cookie }: Caller): Record<string, string> => (cookie ? { Cookie: cookie.cookie } : {})

/** A page that broke while it was streamed still has the status 200; the framework's own interrupts are no failures. */
const brokeIn = (body: string) => /digest\\?":\\?"(?!NEXT_)|data-dgst="(?!NEXT_)/.exec(body)?.[0]

async function get(
  arena: Arena,
  page: Page,
  caller: Caller,
  { headers, query }: { headers: Record<string, string>; query: string },
) {
  const path = page.path(arena)
  const separator = path.includes('?') ? '&' : '?'
  return send({
    method: 'GET',
    path: query ? `${path}${separator}${query}` : path,
    headers: { ...headers, ...cookieOf(caller) },
  })
}

function leaks(arena: Arena, caller: Caller, path: string, { headers, body }: RawResponse): string[] {
  return leaksIn([JSON.stringify(headers), body].join('\n'), {
    columnNames: arena.database.columnNames,
    passwords: [],
    foreign: foreignTo(arena, caller).filter((secret) => !path.includes(secret)),
    directory: repositoryDirectory,
    development: arena.development,
  })
}

for (const page of [...organizationPages, ...personalPages]) {
  test.describe(page.name, () => {
    for (const [way, request] of Object.entries(ways)) {
      test(`is shown to nobody without a session: ${way}`, async ({ arena }) => {
        const { cookie } = arena.session('editor@acme.test')
        const other = arena.session('owner@acme.test').cookie
        const callers = [
          nobody,
          ...forgedCookies(cookie, other)
            .filter(({ label }) => !(arena.development && label.includes('development secret')))
            .map((forged) => withCookie(forged.label, forged.cookie)),
          withCookie('signed out', arena.session('editor@acme.test', 'signedOut').cookie),
        ]
        for (const caller of callers) {
          const reply = await get(arena, page, caller, request)
          expect(reply.status, caller.name).toBeLessThan(500)
          if (way === 'html') expect([401, 404], caller.name).toContain(reply.status)
          expect(leaks(arena, caller, page.path(arena), reply), caller.name).toEqual([])
        }
        expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
      })

      test(`shows nothing of another's: ${way}`, async ({ arena }) => {
        for (const person of ['owner@globex.test', 'nomad@gatehouse.test', 'root@gatehouse.test'] as const) {
          const caller = signedIn(arena, person)
          const reply = await get(arena, page, caller, request)
          expect(reply.status, person).toBeLessThan(500)
          if (way === 'html') expect(page.stranger, person).toContain(reply.status)
          expect(leaks(arena, caller, page.path(arena), reply), person).toEqual([])
        }
      })
    }

    test('is shown to whom it belongs', async ({ arena }) => {
      const caller = signedIn(arena, 'editor@acme.test')
      const reply = await get(arena, page, caller, { headers: {}, query: '' })
      expect(reply.status).toBe(200)
      expect(reply.body).toContain(page.shows(arena))
      expect(leaks(arena, caller, page.path(arena), reply)).toEqual([])
    })
  })
}

test('a task is found in its own organization only', async ({ arena }) => {
  const caller = signedIn(arena, 'both@gatehouse.test')
  const id = acmeTask(arena)
  const [own, other] = await Promise.all(
    ['acme', 'globex'].map((slug) =>
      send({ method: 'GET', path: `/${slug}/tasks/${id}`, headers: cookieOf(caller) }),
    ),
  )
  expect([own?.status, other?.status]).toEqual([200, 404])
  expect(other?.body).not.toContain(title(arena, id))
})

test('a viewer does not get the form of a task', async ({ arena }) => {
  const caller = signedIn(arena, 'viewer@acme.test')
  const { status } = await send({ method: 'GET', path: '/acme/tasks/new', headers: cookieOf(caller) })
  expect(status).toBe(403)
})

const hostileQueries = [
  'search=%00',
  "search='%20OR%201=1--",
  'search=%25%25%25_',
  'search=%5C',
  'search=%ED%A0%80',
  `search=${'a'.repeat(5000)}`,
  'search=a&search=b',
  'search[]=a',
  'search=%F0%9F%91%BB',
  'status=DROP',
  'status=todo&status=todo&status=__proto__',
  'priority=9',
  'assignee=x',
  'assignee=none%00',
  "assignee=00000000-0000-4000-8000-000000000000'",
  'sort=id;DROP%20TABLE%20task',
  'sort=__proto__',
  'sort=constructor',
  'cursor=x',
  'cursor=%00',
  'cursor=e30',
  'cursor=W10',
  'cursor=bnVsbA',
  `cursor=${'A'.repeat(600)}`,
  `cursor=${Buffer.from('{"sort":"newest","value":"infinity","id":"x"}').toString('base64url')}`,
  `cursor=${Buffer.from('["newest","2020-01-01","00000000-0000-4000-8000-000000000000"]').toString('base64url')}`,
  '__proto__=1',
  'constructor[prototype]=1',
  'page=-1',
  'limit=1000000',
  'next=//evil.example',
]

/** The framework's router gives up on these before any code of ours runs, and answers with these words alone. */
const undecodable = ['/acme/tasks/%E0%A4%A', '/%E0%A4%A/tasks', '/acme/tasks/%FF', '/%C0%AE%C0%AE/tasks']

const hostilePaths = [
  '/acme/tasks/%00',
  '/acme/tasks/x',
  "/acme/tasks/'",
  '/acme/tasks/..%2f..%2fglobex',
  '/acme/tasks/00000000-0000-4000-8000-000000000000',
  '/%00/tasks',
  '/ACME/tasks',
  '/acme%00/tasks',
  '/acme%2fglobex/tasks',
  '/__proto__/tasks',
  '/constructor/tasks',
  '/acme/tasks/%E0%A4%A',
  '/%E0%A4%A/tasks',
  '/acme%20/tasks',
  "/acme'--/members",
  `/${'a'.repeat(3000)}/tasks`,
  '/acme/members/x',
  '/acme/%ED%A0%80',
  '/acme/tasks/%FF',
]

test.describe('hostile addresses', () => {
  for (const path of ['/acme/tasks', '/acme/members']) {
    test(`of ${path}`, async ({ arena }) => {
      const caller = signedIn(arena, 'editor@acme.test')
      for (const query of hostileQueries) {
        const reply = await send({ method: 'GET', path: `${path}?${query}`, headers: cookieOf(caller) })
        expect(reply.status, query.slice(0, 80)).toBeLessThan(500)
        expect(brokeIn(reply.body), query.slice(0, 80)).toBeUndefined()
        expect(leaks(arena, caller, query, reply), query.slice(0, 80)).toEqual([])
      }
    })
  }

  test('of nothing', async ({ arena }) => {
    const caller = signedIn(arena, 'editor@acme.test')
    for (const path of hostilePaths) {
      const reply = await send({ method: 'GET', path, headers: cookieOf(caller) })
      expect([301, 307, 308, 400, 404, 414, 431], `${path.slice(0, 80)}: ${reply.status}`).toContain(
        reply.status,
      )
      expect(brokeIn(reply.body), path.slice(0, 80)).toBeUndefined()
      expect(leaks(arena, caller, path, reply), path.slice(0, 80)).toEqual([])
    }
  })

  test('that cannot be decoded', async ({ arena }) => {
    const caller = signedIn(arena, 'editor@acme.test')
    for (const path of undecodable) {
      const reply = await send({ method: 'GET', path, headers: cookieOf(caller) })
      if (reply.status === 500 && !arena.development) expect(reply.body, path).toBe('Internal Server Error')
      else expect([400, 404, 500], `${path}: ${reply.status}`).toContain(reply.status)
    }
  })

  test('that would lead out of the app', async ({ arena }) => {
    const caller = signedIn(arena, 'editor@acme.test')
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/%5cevil.example',
      '/%09/evil.example',
      '/..//evil.example',
      '%2f%2fevil.example',
    ]) {
      const { headers } = await send({
        method: 'GET',
        path: `/sign-in?next=${next}`,
        headers: cookieOf(caller),
      })
      if (headers.location !== undefined) expect(headers.location, next).toMatch(/^\/(?![/\\])/)
    }
  })
})
