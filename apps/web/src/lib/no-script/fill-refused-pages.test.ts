import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGzip } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { fillRefusedPages } from './fill-refused-pages'

const shell =
  '<!DOCTYPE html><html data-dpl-id="4711-abc" id="__next_error__"><head></head><body><script></script>'

let server: Server
let url: string
let status: number
let document: string

// As Next does: compression assigns its own `write` and `end`, and the document comes in pieces.
beforeAll(async () => {
  fillRefusedPages()
  server = createServer((_request, response) => {
    const zip = createGzip()
    const { write, end } = response
    response.write = (chunk: unknown) => zip.write(chunk)
    response.end = (chunk?: unknown) => {
      zip.end(chunk)
      return response
    }
    zip.on('data', (chunk: Buffer) => void Reflect.apply(write, response, [chunk]))
    zip.on('end', () => void Reflect.apply(end, response, []))
    response.statusCode = status
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Encoding', 'gzip')
    response.write(Buffer.from(document))
    response.end('<p>the rest</p>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => void server.close())

test.each([
  [401, 'Sign in to continue', `/sign-in?next=${encodeURIComponent('/acme/roles?search=%22')}`],
  [403, "You don't have access", '/organizations'],
  [404, 'Page not found', '/organizations'],
  [500, 'Something went wrong', '/organizations'],
])('an empty document with status %i gets text and a link', async (given, title, link) => {
  status = given
  document = shell
  const body = await (await fetch(`${url}/acme/roles?search=%22`)).text()
  expect(body).toContain(' id="__next_error__" lang="en">')
  expect(body).toMatch(/<body><noscript>.*<\/noscript><script><\/script><p>the rest<\/p>$/)
  expect(body).toContain(`<h1>${title}</h1>`)
  expect(body).toContain(`href="${link}"`)
})

test.each([
  [200, shell],
  [503, shell],
  [404, '<!DOCTYPE html><html lang="en"><body><h1>Page not found</h1>'],
])('a document with status %i that needs nothing stays as it is: %s', async (given, html) => {
  status = given
  document = html
  expect(await (await fetch(url)).text()).toBe(`${html}<p>the rest</p>`)
})
