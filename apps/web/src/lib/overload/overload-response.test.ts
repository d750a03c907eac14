import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGzip } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { BusyError } from '@kit/db/connection/busy-error'

import { answers } from '../request/answer'
import { noteFailedPage, watchAnswers } from './overload-response'
import { TooManyReadsError } from './too-many-reads'

let server: Server
let url: string
let failure: unknown
let typed: Record<string, string> | undefined

// Like Next: the page fails while it renders, and a document with status 500 is written in pieces.
beforeAll(async () => {
  watchAnswers()
  server = createServer((_request, response) => {
    void (async () => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      const answer = answers.getStore()
      if (answer && typed) answer.typed = typed
      if (failure) noteFailedPage(failure)
      response.statusCode = failure ? 500 : 200
      response.setHeader('X-Frame-Options', 'DENY')
      response.setHeader('Content-Type', 'text/html')
      response.setHeader('Content-Encoding', 'gzip')
      const zip = createGzip()
      zip.pipe(response)
      zip.write('<html>')
      response.flushHeaders()
      zip.end('the page')
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => void server.close())

test.each([
  [new Error('query failed', { cause: Object.assign(new Error('x'), { code: '55P03' }) }), 503, '5', 'Busy'],
  [new BusyError('x'), 503, '5', 'Busy'],
  [new TooManyReadsError(42), 429, '42', 'Too many'],
])('a page that failed with %s answers %i and says when to try again', async (error, status, wait, text) => {
  failure = error
  const response = await fetch(url)
  expect(response.status).toBe(status)
  expect(response.headers.get('retry-after')).toBe(wait)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-frame-options')).toBe('DENY')
  const body = await response.text()
  expect(body).toContain(text)
  expect(body).not.toContain('the page')
})

test('tells a form without JavaScript that its data may be saved', async () => {
  failure = new BusyError('x')
  const response = await fetch(url, { method: 'POST', body: 'x' })
  expect(await response.text()).toContain('may be saved already')
})

test('gives a form without JavaScript its text back, and nothing to run', async () => {
  failure = new BusyError('x')
  typed = { title: 'A <b>title</b>', description: '\nTwo\nlines', organization: 'acme', user: '' }
  const response = await fetch(url, { method: 'POST', body: 'x' })
  const body = await response.text()
  expect(response.status).toBe(503)
  expect(body).toContain('A &lt;b&gt;title&lt;/b&gt;</textarea>')
  expect(body).toContain('>\n\nTwo\nlines</textarea>')
  expect(body).toContain('reload this page')
  expect(body).not.toMatch(/acme|<b>|<script/)
  typed = undefined
})

test.each([
  [undefined, 200, {}],
  [new Error('a bug'), 500, {}],
  [new BusyError('x'), 500, { 'Next-Action': 'x' }],
])('leaves the reply as written after %s', async (error, status, headers: Record<string, string>) => {
  failure = error
  const response = await fetch(url, { headers })
  expect(response.status).toBe(status)
  expect(await response.text()).toBe('<html>the page')
})

test('replaces only the failed one of parallel requests', async () => {
  failure = new BusyError('x')
  const busy = fetch(url)
  const others = await Promise.all([busy, fetch(url, { headers: { 'Next-Action': 'x' } })])
  expect(others.map(({ status }) => status)).toEqual([503, 500])
})
