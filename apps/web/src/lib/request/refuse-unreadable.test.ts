import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { refuseUnreadable } from './refuse-unreadable'

let server: Server
let port: number

// Like Next, fails on what it can't read and answers 500.
beforeAll(async () => {
  refuseUnreadable()
  server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.writeHead(500)
    response.end('Internal Server Error')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})

afterAll(() => void server.close())

async function send(method: string, path: string): Promise<IncomingMessage> {
  const sent = request({ host: '127.0.0.1', port, method, path }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return response
}

test.each([
  ['GET', '/%', 400],
  ['POST', '/acme/%e0%a4%a', 400],
  ['GET', '/%ff', 400],
  ['TRACE', '/', 405],
  ['PROPFIND', '/acme', 405],
])('%s %s is answered with %i and the security headers', async (method, path, status) => {
  const response = await send(method, path)
  expect(response.statusCode).toBe(status)
  expect(response.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  })
  expect(response.headers.allow === undefined).toBe(status === 400)
  expect(await text(response)).not.toContain('Internal')
})

test.each(['/', '/acme/%20', '/?q=%', '/%F0%9F%98%80'])('GET %s reaches the app', async (path) => {
  const response = await send('GET', path)
  expect(response.statusCode).toBe(500)
  response.resume()
})
