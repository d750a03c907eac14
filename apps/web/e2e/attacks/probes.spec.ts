import { expect } from '@playwright/test'

import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { test } from '@kit/attacks/engine/test'
import { send } from '@kit/attacks/http/raw-http'

for (const path of ['/healthz', '/readyz']) {
  test(`${path} answers everyone with "ok" and nothing else`, async ({ arena }) => {
    for (const caller of [anonymous, signedIn(arena, 'root@gatehouse.test')]) {
      const headers: Record<string, string> = caller.cookie ? { Cookie: caller.cookie.cookie } : {}
      for (const query of ['', '?verbose=1', '?a=%00']) {
        const reply = await send({ method: 'GET', path: `${path}${query}`, headers })
        expect([reply.status, reply.body]).toEqual([200, 'ok\n'])
        expect(reply.headers['cache-control']).toBe('no-store')
        expect(reply.headers['set-cookie']).toBeUndefined()
      }
    }
    expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
  })

  test(`${path} answers GET only`, async ({ arena }) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await send({ method, path, headers: {} })).status, method).toBe(405)
    expect((await send({ method: 'GET', path: `${path}/x`, headers: {} })).status).toBeGreaterThanOrEqual(400)
    expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
  })
}
