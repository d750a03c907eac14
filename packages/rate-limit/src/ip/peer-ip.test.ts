import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { notePeerIps, peerHeader } from './peer-ip'

let seen: IncomingHttpHeaders = {}
const server = createServer((incoming, response) => {
  seen = incoming.headers
  response.end()
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterAll(() => server.close())

async function call(headers: Record<string, string>): Promise<IncomingHttpHeaders> {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const outgoing = request({ host: '127.0.0.1', port, headers }).end()
  const [response] = await once(outgoing, 'response')
  response.resume()
  return seen
}

it('is off until enabled', () => {
  expect(peerHeader()).toBeUndefined()
})

it('records the socket’s IP, whatever headers the call sends', async () => {
  notePeerIps()
  notePeerIps()
  const name = peerHeader() ?? ''
  expect(name).toMatch(/^x-peer-[0-9a-f-]{36}$/)
  expect((await call({ 'x-forwarded-for': '198.51.100.2', 'x-peer': '198.51.100.3' }))[name]).toBe(
    '127.0.0.1',
  )
  expect((await call({}))[name]).toBe('127.0.0.1')
})

it('keeps the first IP when the server calls itself', async () => {
  expect((await call({ [peerHeader() ?? '']: '198.51.100.1' }))[peerHeader() ?? '']).toBe('198.51.100.1')
})
