import { expect } from '@playwright/test'

import { baseUrl } from '@kit/attacks/app/environment'
import { outcomeOf } from '@kit/attacks/http/outcome'
import { send } from '@kit/attacks/http/raw-http'
import { startReverseProxy } from '@kit/attacks/http/reverse-proxy'
import { signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { attacks as accountRows } from '@/features/account/attacks'
import { test } from '@kit/attacks/engine/test'
import type { Arena } from '@kit/attacks/engine/arena'

// Only APP_URL defines our origin. A proxy can rewrite Host, and any client can send X-Forwarded-Host.

const proxies = [
  { host: 'app.internal:8080' },
  { host: 'app.internal:8080', forwardedHost: 'elsewhere.example' },
  { host: 'evil.example' },
  // The public host, which differs between apps that run in parallel.
  { host: undefined, forwardedHost: 'evil.example' },
]

const hostOf = ({ host }: (typeof proxies)[number]) => host ?? baseUrl().host

function calls(arena: Arena, headers: Record<string, string>) {
  const row = accountRows.find(({ exportName }) => exportName === 'updateNameAction')
  if (!row?.as) throw new Error('The matrix has no row updateNameAction.')
  const to = callsTo(arena, row, signedIn(arena, row.as))
  const input = row.input(arena)
  return [to.likeTheApp(input, { headers }), to.boundForm(input, { headers })]
}

test.afterEach(async ({ arena }) => arena.restore(await arena.snapshot()))

for (const rewriting of proxies) {
  test.describe(`behind a proxy: ${JSON.stringify(rewriting)}`, () => {
    let proxy: Awaited<ReturnType<typeof startReverseProxy>>
    test.beforeAll(async () => {
      proxy = await startReverseProxy(baseUrl(), { ...rewriting, host: hostOf(rewriting) })
    })
    test.afterAll(() => proxy.close())

    test('a call from our own pages works, with and without JavaScript', async ({ arena }) => {
      for (const request of calls(arena, {})) {
        const outcome = outcomeOf(await send(request, proxy.url))
        expect(outcome.kind === 'data' || (outcome.kind === 'page' && outcome.status === 200)).toBe(true)
        const after = await arena.snapshot()
        const changes = arena.changes(arena.record.baseline, after)
        expect(changes.map(({ table }) => table)).toEqual(['audit_event', 'user'])
        await arena.restore(after)
      }
    })

    test('a call from another site is refused, whatever its headers claim', async ({ arena }) => {
      const host = hostOf(rewriting)
      const forgeries: Record<string, string>[] = [
        {},
        { 'X-Forwarded-Host': 'evil.example' },
        { 'X-Forwarded-Host': host },
      ]
      for (const Origin of ['https://evil.example', `http://${host}`, 'https://elsewhere.example', 'null']) {
        // A correct proxy passes the public host, which makes this origin ours.
        if (Origin === baseUrl().origin) continue
        for (const forged of forgeries) {
          for (const request of calls(arena, { Origin, ...forged })) await send(request, proxy.url)
          expect(arena.changes(arena.record.baseline, await arena.snapshot()), Origin).toEqual([])
        }
      }
    })
  })
}
