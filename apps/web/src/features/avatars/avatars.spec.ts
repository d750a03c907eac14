import { expect } from '@playwright/test'

import type { Arena } from '@kit/attacks/engine/arena'
import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { test } from '@kit/attacks/engine/test'
import { send, type RawResponse } from '@kit/attacks/http/raw-http'
import type { Person } from '@kit/attacks/app/people'

const OWNER = 'editor@acme.test'

/** The path of the picture that the baseline gives Acme's editor. */
function pathOf(arena: Arena): string {
  const id = arena.userId(OWNER)
  return `/api/avatars/${id}/${String(arena.row('user', id).image)}`
}

function read(arena: Arena, path: string, person?: Person, method = 'GET'): Promise<RawResponse> {
  const { cookie } = person ? signedIn(arena, person) : anonymous
  return send({ method, path, headers: cookie ? { Cookie: cookie.cookie } : {} })
}

test('a picture is a WebP that runs nothing, for one browser’s cache only', async ({ arena }) => {
  const reply = await read(arena, pathOf(arena), OWNER)
  expect(reply.status).toBe(200)
  expect(reply.body.slice(0, 4)).toBe('RIFF')
  const { headers } = reply
  expect(headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'private, max-age=86400, immutable',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(String(headers.vary)).toContain('Cookie')
  expect(String(headers['content-security-policy'])).toMatch(
    /script-src 'self' 'nonce-.*frame-ancestors 'none'/,
  )
  expect(headers['set-cookie']).toBeUndefined()
})

test('only people who may see the person get the picture, and others get the same 404 as for a missing one', async ({
  arena,
}) => {
  for (const person of ['viewer@acme.test', 'owner@acme.test'] as const)
    expect((await read(arena, pathOf(arena), person)).status, person).toBe(200)
  const none = `/api/avatars/${arena.userId('nomad@gatehouse.test')}/${'a'.repeat(16)}`
  for (const person of [undefined, 'owner@globex.test', 'nomad@gatehouse.test'] as const) {
    const [foreign, missing] = [await read(arena, pathOf(arena), person), await read(arena, none, person)]
    expect([foreign.status, foreign.body], person ?? 'signed out').toEqual([404, ''])
    expect([missing.status, missing.body]).toEqual([404, ''])
    expect(foreign.headers['cache-control']).toBe('no-store')
  }
})

test('a session that has ended, or belongs to a suspended person, gets no picture', async ({ arena }) => {
  const headers = { Cookie: arena.record.expired[OWNER]?.cookie ?? '' }
  expect((await send({ method: 'GET', path: pathOf(arena), headers })).status).toBe(404)
  await arena.database.sql`UPDATE "user" SET banned = true WHERE email = ${OWNER}`
  expect((await read(arena, pathOf(arena), OWNER)).status).toBe(404)
  await arena.restore(await arena.snapshot())
})

test('other paths and methods get no picture', async ({ arena }) => {
  const id = arena.userId(OWNER)
  const good = pathOf(arena)
  for (const path of [
    `/api/avatars/${id}/${'a'.repeat(16)}`,
    `/api/avatars/${id}`,
    `/api/avatars/${id}/`,
    `/api/avatars/x/${good.split('/').at(-1)}`,
    `/api/avatars/${id}'--/${good.split('/').at(-1)}`,
    `${good}%00`,
    `${good}/..%2f..`,
    `/api/avatars/../avatars/${id}/%`,
  ])
    expect((await read(arena, path, OWNER)).status, path).not.toBe(200)
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect((await read(arena, good, OWNER, method)).status, method).toBe(405)
  expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
})
