import { expect } from '@playwright/test'

import { signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { test } from '@kit/attacks/engine/test'
import { send } from '@kit/attacks/http/raw-http'

import { database } from '../fixtures/database'
import { matrix } from './matrix'

test('while sessions cannot be read, pages answer 503 with Retry-After', async ({ arena }) => {
  const { cookie } = signedIn(arena, 'viewer@acme.test')
  const get = (path: string) => send({ method: 'GET', path, headers: { Cookie: cookie?.cookie ?? '' } })
  await database().begin(async (transaction) => {
    await transaction`LOCK TABLE session IN ACCESS EXCLUSIVE MODE`
    const replies = await Promise.all(['/acme/members', '/acme/roles', '/organizations', '/account'].map(get))
    for (const reply of replies) {
      expect(reply.status).toBe(503)
      expect(reply.headers['retry-after']).toBe('5')
      expect(reply.headers['cache-control']).toBe('no-store')
      expect(reply.headers['x-frame-options']).toBe('DENY')
      expect(reply.body).toContain('Busy, try again')
      expect(reply.body).not.toContain('<script')
    }
    // Pages that need no session still work.
    expect((await send({ method: 'GET', path: '/contact', headers: {} })).status).toBe(200)
    expect((await send({ method: 'GET', path: '/healthz', headers: {} })).status).toBe(200)
  })
  expect((await get('/acme/members')).status).toBe(200)
})

test('a form without JavaScript gets its text back while sessions cannot be read', async ({ arena }) => {
  const row = matrix.find(({ exportName }) => exportName === 'updateNameAction')
  if (!row) throw new Error('The matrix has no row for a new name.')
  const calls = callsTo(arena, row, signedIn(arena, 'editor@acme.test'))
  const input = { ...row.input(arena), name: 'Typed <i>under load</i>' }
  await database().begin(async (transaction) => {
    await transaction`LOCK TABLE session IN ACCESS EXCLUSIVE MODE`
    const reply = await send(calls.boundForm(input))
    expect(reply.status).toBe(503)
    expect(reply.headers['retry-after']).toBe('5')
    expect(reply.body).toContain('Typed &lt;i&gt;under load&lt;/i&gt;</textarea>')
    expect(reply.body).not.toContain('<script')
    const foreign = await send(calls.boundForm(input, { headers: { Origin: 'https://evil.example' } }))
    expect(foreign.body).not.toContain('under load')
  })
  expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
})
