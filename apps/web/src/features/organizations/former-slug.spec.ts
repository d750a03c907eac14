import { expect } from '@playwright/test'

import { outcomeOf } from '@kit/attacks/http/outcome'
import { send } from '@kit/attacks/http/raw-http'
import { anonymous, signedIn, type Caller } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { matrix } from '@e2e/attacks/matrix'
import { cookieOf } from '@kit/attacks/engine/page-reply'
import { test } from '@kit/attacks/engine/test'
import type { Arena } from '@kit/attacks/engine/arena'

const get = (caller: Caller, path: string, headers: Record<string, string> = {}) =>
  send({ method: 'GET', path, headers: { ...headers, ...cookieOf(caller) } })

async function move(arena: Arena, from: string, to: string): Promise<void> {
  await arena.database.sql`UPDATE organization SET slug = ${to} WHERE slug = ${from}`
}

const ways: Record<string, string>[] = [{}, { RSC: '1' }]

test.afterEach(async ({ arena }) => {
  await arena.restore(await arena.snapshot())
})

test('redirects members to the same page, without being cached', async ({ arena }) => {
  await move(arena, 'acme', 'acme-works')
  const member = signedIn(arena, 'viewer@acme.test')
  for (const [path, target] of [
    ['/acme/members?sort=oldest&status=todo', '/acme-works/members?sort=oldest&status=todo'],
    ['/acme/members', '/acme-works/members'],
    ['/acme/settings', '/acme-works/settings'],
    ['/acme/members?next=//evil.example', '/acme-works/members?next=%2F%2Fevil.example'],
  ] as const) {
    const reply = await get(member, path)
    expect([reply.status, reply.headers.location], path).toEqual([308, target])
    // A cached redirect would loop once the slug is taken back.
    expect(reply.headers['cache-control'], path).toMatch(/no-store/)
  }
  const spoofed = await get(member, '/acme/members', { 'X-Current-Path': '/acme//evil.example' })
  expect(spoofed.headers.location).toBe('/acme-works/members')
})

test('looks unused to a non-member', async ({ arena }) => {
  await move(arena, 'acme', 'acme-works')
  for (const person of ['owner@globex.test', 'nomad@gatehouse.test', 'root@gatehouse.test'] as const) {
    const stranger = signedIn(arena, person)
    for (const way of ways) {
      const former = await get(stranger, '/acme/members', way)
      const never = await get(stranger, '/acne/members', way)
      expect(former.status, person).toBe(never.status)
      // A router request without its query redirects to itself.
      expect(former.headers.location?.replace('acme', 'acne'), person).toBe(never.headers.location)
      expect(former.body, person).not.toContain('acme-works')
      expect(mainOf(former.body), person).toBe(mainOf(never.body))
    }
  }
  const unknown = await get(anonymous, '/acme/members')
  expect([unknown.status, unknown.headers.location]).toEqual([401, undefined])
})

test('is refused by every action', async ({ arena }) => {
  await move(arena, 'acme', 'acme-works')
  for (const row of matrix.filter(({ kind }) => kind === 'organization')) {
    const caller = signedIn(arena, row.as ?? 'owner@acme.test')
    const before = await arena.snapshot()
    const reply = await send(callsTo(arena, row, caller).likeTheApp(row.input(arena)))
    expect(outcomeOf(reply), row.exportName).toEqual({ kind: 'error', code: 'NOT_FOUND' })
    expect(arena.changes(before, await arena.snapshot()), row.exportName).toEqual([])
  }
})

test('stays reserved while it redirects', async ({ arena }) => {
  await move(arena, 'acme', 'acme-works')
  for (const [action, person, input] of [
    ['createOrganizationAction', 'nomad@gatehouse.test', { name: 'Acme', slug: 'acme' }],
    ['createOrganizationAction', 'nomad@gatehouse.test', { name: 'Acme', slug: 'acme-works' }],
    ['changeSlugAction', 'owner@globex.test', { organization: 'globex', slug: 'acme' }],
    ['changeSlugAction', 'owner@globex.test', { organization: 'globex', slug: 'acme-works' }],
  ] as const) {
    await arena.database.resetCounters()
    const row = matrix.find(({ exportName }) => exportName === action)
    if (!row) throw new Error(`The matrix has no ${action}.`)
    const reply = await send(callsTo(arena, row, signedIn(arena, person)).likeTheApp(input))
    expect(outcomeOf(reply), `${action} ${input.slug}`).toEqual({ kind: 'error', code: 'CONFLICT' })
  }
})

/** The visible content of a page, without router data. */
function mainOf(body: string): string | undefined {
  return /<main[^>]*>.*<\/main>/s.exec(body)?.[0]
}
