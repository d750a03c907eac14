import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { trace } from '@opentelemetry/api'
import { afterEach, expect, test } from 'vitest'

import { count } from './count'
import { exporting } from './exporting'
import { inSpan } from './in-span'
import { startExport } from './start-export'

const servers: Server[] = []

afterEach(async () => {
  await exporting()?.stop(0)
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A collector that records what it got, by path. With `answers: false`, it accepts everything and never replies. */
async function collect({ answers = true } = {}) {
  const got: Record<string, string> = {}
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    got[request.url ?? ''] = (got[request.url ?? ''] ?? '') + body
    if (answers) response.setHeader('Content-Type', 'application/json').end('{}')
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('sends spans and counters when it stops, without values; before and after, nothing is measured', async () => {
  count('gatehouse.before')
  expect(await inSpan('before', {}, async () => 'done')).toBe('done')

  const { got, url } = await collect()
  startExport(`${url}/`)
  count('gatehouse.refusals', { kind: 'denied' })
  await inSpan('gate', { 'gatehouse.action': 'roles.create' }, () =>
    inSpan('sql', { 'db.query.text': 'select $1', 'db.params': 'typed-value' }, async () => {}),
  )
  const failed = inSpan('gate.session', {}, async () => {
    throw new TypeError('typed-value')
  })
  await expect(failed).rejects.toThrow('typed-value')
  // Like the span that Next opens for each request.
  const request = trace.getTracer('next').startSpan('GET /x?q=typed-value', {
    attributes: {
      'next.span_type': 'BaseServer.handleRequest',
      'http.method': 'GET',
      'http.target': '/x?q=typed-value',
      'http.route': '/[organization]/roles',
      'http.status_code': 200,
    },
  })
  request.recordException(new Error('typed-value'))
  request.end()
  await exporting()?.stop(60_000)

  const [spans, metrics] = [got['/v1/traces'] ?? '', got['/v1/metrics'] ?? '']
  for (const text of ['roles.create', 'select $1', 'TypeError', '/[organization]/roles', '"GET /x"'])
    expect(spans).toContain(text)
  for (const text of [
    'gatehouse.refusals',
    'denied',
    'http.server.request.duration',
    '/[organization]/roles',
  ])
    expect(metrics).toContain(text)
  expect(spans + metrics).not.toMatch(/typed-value|before/)

  count('gatehouse.after')
  expect(exporting()).toBeUndefined()
})

test('stops within its deadline when the collector never answers', async () => {
  const { got, url } = await collect({ answers: false })
  startExport(url)
  count('gatehouse.refusals')
  await inSpan('gate', {}, async () => {})
  await exporting()?.stop(500)
  expect(Object.keys(got).toSorted()).toEqual(['/v1/metrics', '/v1/traces'])
  expect(exporting()).toBeUndefined()
})
