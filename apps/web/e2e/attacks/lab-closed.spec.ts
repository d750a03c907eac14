import { expect } from '@playwright/test'

import { send } from '../fixtures/raw-http'
import { nobody, signedIn } from './caller'
import { matrix } from './matrix/all'
import { cookieOf } from './page-reply'
import { test } from './test'

// The flows open it, by LAB=on. Here the app runs as production has it; only a development server is open by itself.

const ways: Record<string, Record<string, string>> = {
  html: { Accept: 'text/html' },
  rsc: { RSC: '1' },
  prefetch: { RSC: '1', 'Next-Router-Prefetch': '1' },
  'segment prefetch': { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
}

const paths = ['/lab/inventory', '/lab/inventory?_rsc=abcde', '/lab/inventory?LAB=on']

for (const [way, headers] of Object.entries(ways)) {
  test(`the lab is closed to whoever asks: ${way}`, async ({ arena }) => {
    for (const caller of [nobody, signedIn(arena, 'root@gatehouse.test')]) {
      for (const path of paths) {
        const reply = await send({ method: 'GET', path, headers: { ...headers, ...cookieOf(caller) } })
        const told = matrix.filter(({ exportName }) => reply.body.includes(exportName))
        if (!arena.development) expect(told, `${path} by ${caller.name}`).toEqual([])
        if (way === 'html') expect(reply.status, path).toBe(arena.development ? 200 : 404)
      }
    }
  })
}

test('the landing page leads there only where it is open', async ({ arena }) => {
  const { body } = await send({ method: 'GET', path: '/', headers: { Accept: 'text/html' } })
  expect(body.includes('href="/lab/inventory"')).toBe(arena.development)
})
