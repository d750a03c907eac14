import { expect } from '@playwright/test'

import { send } from '../fixtures/raw-http'
import { forgedCookies } from '../fixtures/sessions'
import { nobody, signedIn, withCookie, type Caller } from './caller'
import { cookieOf, leaksOnPage } from './page-reply'
import { test } from './test'
import type { Arena } from './arena'

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
  {
    name: 'the settings of an organization',
    path: () => '/acme/settings',
    shows: () => 'Leave organization',
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
          expect(leaksOnPage(arena, caller, page.path(arena), reply), caller.name).toEqual([])
        }
        expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
      })

      test(`shows nothing of another's: ${way}`, async ({ arena }) => {
        for (const person of ['owner@globex.test', 'nomad@gatehouse.test', 'root@gatehouse.test'] as const) {
          const caller = signedIn(arena, person)
          const reply = await get(arena, page, caller, request)
          expect(reply.status, person).toBeLessThan(500)
          if (way === 'html') expect(page.stranger, person).toContain(reply.status)
          expect(leaksOnPage(arena, caller, page.path(arena), reply), person).toEqual([])
        }
      })
    }

    test('is shown to whom it belongs', async ({ arena }) => {
      const caller = signedIn(arena, 'editor@acme.test')
      const reply = await get(arena, page, caller, { headers: {}, query: '' })
      expect(reply.status).toBe(200)
      expect(reply.body).toContain(page.shows(arena))
      expect(leaksOnPage(arena, caller, page.path(arena), reply)).toEqual([])
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
