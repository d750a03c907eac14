import { expect } from '@playwright/test'

import { send } from '@kit/attacks/http/raw-http'
import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { cookieOf, leaksOnPage } from '@kit/attacks/engine/page-reply'
import { test } from '@kit/attacks/engine/test'
import { organizationPaths } from '../fixtures/organization-paths'

/** A page that fails while streaming still has status 200. The framework's own interrupts are not failures. */
const brokeIn = (body: string) => /digest\\?":\\?"(?!NEXT_)|data-dgst="(?!NEXT_)/.exec(body)?.[0]

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
  'sort=id;DROP%20TABLE%20member',
  'sort=__proto__',
  'sort=constructor',
  'cursor=x',
  'cursor=%00',
  'cursor=____',
  'cursor=infinity_x',
  `cursor=${'A'.repeat(600)}`,
  'cursor=2020-01-01_00000000-0000-4000-8000-000000000000',
  'cursor=00000000-0000-4000-8000-000000000000_newest_after_2020-01-01_x',
  '__proto__=1',
  'constructor[prototype]=1',
  'page=-1',
  'limit=1000000',
  'next=//evil.example',
]

/** Next's router rejects these before our code runs, with exactly this text. */
const undecodable = [
  '/acme/members/%E0%A4%A',
  '/%E0%A4%A/members',
  '/acme/members/%FF',
  '/%C0%AE%C0%AE/members',
]

const hostileIds = ['%00', 'x', "'", '..%2f..%2fglobex']

const hostilePaths = [
  ...organizationPaths.flatMap(({ path, ofNothing }) =>
    ofNothing ? [path, ...hostileIds.map((id) => path.replace(/[^/]+$/, id))] : [],
  ),
  '/%00/members',
  '/ACME/members',
  '/acme%00/members',
  '/acme%2fglobex/members',
  '/__proto__/members',
  '/constructor/members',
  '/acme%20/members',
  "/acme'--/members",
  `/${'a'.repeat(3000)}/members`,
  '/acme/members/x',
  '/acme/%ED%A0%80',
]

/** Pages with lists, which read the query. */
const lists = organizationPaths
  .filter(({ isExample }) => isExample)
  .map(({ path }) => path.split('?')[0] ?? '')

test.describe('hostile URLs', () => {
  for (const path of new Set(lists)) {
    test(`query of ${path}`, async ({ arena }) => {
      const caller = signedIn(arena, 'owner@acme.test')
      for (const query of hostileQueries) {
        const reply = await send({ method: 'GET', path: `${path}?${query}`, headers: cookieOf(caller) })
        expect(reply.status, query.slice(0, 80)).toBeLessThan(500)
        expect(brokeIn(reply.body), query.slice(0, 80)).toBeUndefined()
        expect(leaksOnPage(arena, caller, query, reply), query.slice(0, 80)).toEqual([])
      }
    })
  }

  test('unknown paths', async ({ arena }) => {
    const caller = signedIn(arena, 'editor@acme.test')
    for (const path of hostilePaths) {
      const reply = await send({ method: 'GET', path, headers: cookieOf(caller) })
      expect([301, 307, 308, 400, 404, 414, 431], `${path.slice(0, 80)}: ${reply.status}`).toContain(
        reply.status,
      )
      expect(brokeIn(reply.body), path.slice(0, 80)).toBeUndefined()
      expect(leaksOnPage(arena, caller, path, reply), path.slice(0, 80)).toEqual([])
    }
  })

  test('undecodable paths', async ({ arena }) => {
    const caller = signedIn(arena, 'editor@acme.test')
    for (const path of undecodable) {
      const reply = await send({ method: 'GET', path, headers: cookieOf(caller) })
      if (reply.status === 500 && !arena.development) expect(reply.body, path).toBe('Internal Server Error')
      else expect([400, 404, 500], `${path}: ${reply.status}`).toContain(reply.status)
    }
  })

  for (const [page, person] of [
    ['/sign-in', undefined],
    ['/sign-in', 'editor@acme.test'],
  ] as const) {
    test(`redirects out of the app, on ${page} as ${person ?? 'a visitor'}`, async ({ arena }) => {
      const caller = person ? signedIn(arena, person) : anonymous
      for (const next of [
        '//evil.example',
        'https://evil.example',
        '/%5cevil.example',
        '/%09/evil.example',
        '/..//evil.example',
        '%2f%2fevil.example',
        'javascript:alert(1)',
        '/account&next=//evil.example',
        '//evil.example&next=/account',
      ]) {
        const { headers, body } = await send({
          method: 'GET',
          path: `${page}?next=${next}`,
          headers: cookieOf(caller),
        })
        // The target of the redirect, or of the form's later redirect.
        const field = /<input[^>]*name="next"[^>]*value="([^"]*)"/.exec(body)?.[1]
        const target = headers.location ?? field
        expect(target, next).toBeDefined()
        expect(target, next).toMatch(/^\/(?![/\\])/)
      }
    })
  }
})
