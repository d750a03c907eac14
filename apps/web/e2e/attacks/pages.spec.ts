import { expect } from '@playwright/test'

import { send } from '@kit/attacks/http/raw-http'
import { forgedCookies } from '@kit/attacks/app/sessions'
import {
  anonymous,
  codePendingAsSession,
  signedIn,
  withCookie,
  type Caller,
} from '@kit/attacks/engine/caller'
import type { Page } from '@kit/attacks/engine/page'
import { guardedPages } from './page-list'
import { cookieOf, leaksOnPage } from '@kit/attacks/engine/page-reply'
import { foreignTo, keysOfOthers } from '@kit/attacks/engine/secrets'
import { partAt } from '@kit/attacks/engine/spread'
import { test } from '@kit/attacks/engine/test'
import type { Arena } from '@kit/attacks/engine/arena'

/** Ways to request a page: as a document, by the router, and as a prefetch. */
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

for (const [place, page] of guardedPages.entries()) {
  test.describe(page.name, () => {
    for (const [turn, [way, request]] of Object.entries(ways).entries()) {
      test(`needs a session: ${way}`, async ({ arena }) => {
        const { cookie } = arena.session('editor@acme.test')
        const other = arena.session('owner@acme.test').cookie
        const forged = forgedCookies(cookie, other).filter(
          ({ label }) => !(arena.development && label.includes('development secret')),
        )
        const callers = [
          anonymous,
          // Each page gets all of them, in different ways.
          ...partAt(forged, place + turn).map(({ label, cookie }) => withCookie(label, cookie)),
          withCookie('signed out', arena.session('editor@acme.test', 'signedOut').cookie),
          // This caller isn't signed in yet, so the page must not even show the data of the person whose
          // password was entered.
          withCookie('password given, code pending', arena.record.challenge.cookie),
          ...codePendingAsSession(arena),
        ]
        for (const caller of callers) {
          const reply = await get(arena, page, caller, request)
          expect(reply.status, caller.name).toBeLessThan(500)
          if (way === 'html') expect([401, 404], caller.name).toContain(reply.status)
          expect(leaksOnPage(arena, caller, page.path(arena), reply), caller.name).toEqual([])
        }
        expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
      })

      test(`shows no one else's data: ${way}`, async ({ arena }) => {
        const others = ['owner@globex.test', 'nomad@gatehouse.test', 'root@gatehouse.test'] as const
        for (const person of others.filter((other) => other !== page.reader)) {
          const caller = signedIn(arena, person)
          const reply = await get(arena, page, caller, request)
          expect(reply.status, person).toBeLessThan(500)
          if (way === 'html') expect(reply.status, person).toBe(page.stranger)
          expect(leaksOnPage(arena, caller, page.path(arena), reply), person).toEqual([])
        }
      })
    }

    test('is shown to its reader', async ({ arena }) => {
      const caller = signedIn(arena, page.reader)
      const reply = await get(arena, page, caller, { headers: {}, query: '' })
      expect(reply.status).toBe(200)
      expect(reply.body).toContain(page.shows(arena))
      const foreign = page.ofEverybody ? keysOfOthers(arena, page.reader) : foreignTo(arena, caller)
      expect(leaksOnPage(arena, caller, page.path(arena), reply, foreign)).toEqual([])
    })
  })
}
