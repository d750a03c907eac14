import { expect } from '@playwright/test'

import { actionRequest } from '@kit/attacks/http/action-call'
import { closedLab } from '@kit/attacks/app/environment'
import { outcomeOf } from '@kit/attacks/http/outcome'
import { send } from '@kit/attacks/http/raw-http'
import { formOf } from '@kit/attacks/engine/calls'
import { matrix } from '@e2e/attacks/matrix'
import { attacks } from './attacks'
import { test } from '@kit/attacks/engine/test'

// The same build without LAB=on. Only a development server is open by default.

const ways: Record<string, Record<string, string>> = {
  html: { Accept: 'text/html' },
  rsc: { RSC: '1' },
  prefetch: { RSC: '1', 'Next-Router-Prefetch': '1' },
  'segment prefetch': { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
}

const pages = [
  '/lab',
  '/lab/attack',
  '/lab/attack?attack=role.as-viewer.1',
  '/lab/inventory',
  '/lab/no-ownership',
  '/lab/challenges/raw-sql',
  '/lab/questions',
  '/lab/rules/is-authorized',
]
const paths = pages.flatMap((page) => [page, `${page}${page.includes('?') ? '&' : '?'}LAB=on&_rsc=abcde`])

const closed = closedLab()

const closedTests = (url: URL) => {
  for (const [way, headers] of Object.entries(ways)) {
    test(`the lab is closed to everyone: ${way}`, async () => {
      for (const path of paths) {
        const reply = await send({ method: 'GET', path, headers }, url)
        const named = matrix.filter(({ exportName }) => reply.body.includes(exportName))
        expect(named, path).toEqual([])
        expect(reply.body, path).not.toMatch(/unguarded|curl/)
        if (way === 'html') expect(reply.status, path).toBe(404)
      }
    })
  }

  for (const page of ['/', '/lab/attack', '/sign-in']) {
    test(`the actions that fire attacks are closed: posted to ${page}`, async ({ arena }) => {
      for (const row of attacks) {
        const id = arena.actionId(row.file, row.exportName)
        const headers = { Origin: url.origin }
        const input = row.input(arena)
        const args = row.stateful ? [{}, formOf(input)] : [input]
        const asked = await send(actionRequest({ id, page, headers }, args), url)
        expect(outcomeOf(asked)).toEqual({ kind: 'error', code: 'NOT_FOUND' })
      }
    })
  }

  test('the landing page has no link to a closed lab', async () => {
    const { body } = await send({ method: 'GET', path: '/', headers: { Accept: 'text/html' } }, url)
    expect(body).toContain('href="/contact"')
    expect(body).not.toContain('href="/lab')
  })
}

if (closed) closedTests(closed)

test('the landing page links to an open lab', async () => {
  const { body } = await send({ method: 'GET', path: '/', headers: { Accept: 'text/html' } })
  expect(body).toContain('href="/lab"')
})
