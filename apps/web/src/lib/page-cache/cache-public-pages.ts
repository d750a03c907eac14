import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, type Server, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

import { countStranger } from '@/lib/overload/count-ip-read'
import { answers, type FreshValue } from '@/lib/request/answer'

import { PageCache } from './page-cache'
import { type Page, templateOf } from './page-template'
import { keepOnly, type Visitor, visitorOf } from './visitor'

const compress = promisify(gzip)
const servers = new WeakSet<Server>()
const pages = new PageCache()

/**
 * Sends pages that are the same for every stranger from memory: rendering one takes longer than everything else that its
 * request does. Call it from `instrumentation.ts`, once and last, so other handlers process a request first.
 */
export function cachePublicPages(): void {
  // Node publishes this before it hands a request to the server.
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server?: Server }
    if (server && !servers.has(server)) goFirst(server)
  })
}

/** Next's listener gets a request only if it isn't answered from the cache. */
function goFirst(server: Server): void {
  servers.add(server)
  const { emit } = server
  server.emit = (event: string | symbol, ...args: unknown[]): boolean => {
    const [request, response] = args
    const isPage =
      event === 'request' && request instanceof IncomingMessage && response instanceof ServerResponse
    return (isPage && answered(request, response)) || Reflect.apply(emit, server, [event, ...args])
  }
}

/** Answers from the cache, or prepares to keep what Next answers. Returns whether it answered. */
function answered(request: IncomingMessage, response: ServerResponse): boolean {
  const visitor = visitorOf(request)
  if (!visitor) return false
  const page = pages.get(visitor)
  if (!page) {
    keepOnly(visitor, request)
    keepAnswer(visitor, response)
    return false
  }
  // Next answers those over the limit.
  const headers = { get: (name: string) => request.headers[name]?.toString() ?? null }
  if (countStranger(headers) > 0) return false
  void send(page, response, /\bgzip\b/.test(String(request.headers['accept-encoding'])))
  return true
}

async function send({ headers, body }: Page, response: ServerResponse, compressed: boolean): Promise<void> {
  const bytes = compressed ? await compress(body) : Buffer.from(body)
  for (const [name, value] of headers) response.setHeader(name, value)
  if (compressed) response.setHeader('Content-Encoding', 'gzip')
  response.setHeader('Content-Length', bytes.length)
  response.end(bytes)
}

/** Caches the page once it has been sent in full. */
function keepAnswer(visitor: Visitor, response: ServerResponse): void {
  const { write, end } = response
  const answer = answers.getStore()
  const chunks: Buffer[] = []
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  response.write = (...given: unknown[]) => {
    keep(given[0])
    return Reflect.apply(write, response, given)
  }
  response.end = (...given: unknown[]) => {
    keep(given[0])
    const isWhole = answer && !answer.overload && response.statusCode === 200
    const make = isWhole && makerOf(response, Buffer.concat(chunks).toString(), answer.fresh)
    if (make) pages.keep(visitor, make)
    return Reflect.apply(end, response, given)
  }
}

/** Headers of one transfer. */
const ownHeaders = /^(connection|keep-alive|date|transfer-encoding|content-length)$/

function makerOf(response: ServerResponse, body: string, fresh: FreshValue[]): (() => Page) | undefined {
  if (response.hasHeader('Set-Cookie')) return undefined
  const headers = Object.entries(response.getHeaders())
    .filter(([name]) => !ownHeaders.test(name))
    .map(([name, value]): [string, string] => [name, String(value)])
  return templateOf({ headers, body }, fresh)
}
