import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, ServerResponse } from 'node:http'

import { isBusy } from '@kit/db/connection/busy-error'

import { count } from '@kit/telemetry/count'

import { type Answer, answers } from '@/lib/request/answer'

import { overloadDocument, overloadPolicy } from './overload-document'
import { isTooManyReads } from './too-many-reads'

/** Seconds. */
const RETRY_AFTER_BUSY = 5

let isWatching = false

/**
 * Lets a page answer 503, 429 or 409. Next has no API for this: it would answer 200, or 500 with a document that needs a
 * script. Call it from `instrumentation.ts`; repeated calls do nothing.
 */
export function watchAnswers(): void {
  if (isWatching) return
  isWatching = true
  // Node publishes this before it hands the request to the server, so everything the request causes runs in this
  // context.
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request?: unknown; response?: unknown }
    if (!(request instanceof IncomingMessage) || !(response instanceof ServerResponse)) return
    const answer: Answer = { requestId: randomUUID(), fresh: [] }
    // A script that called an action gets the action's reply.
    if (request.headers['next-action'] === undefined) replaceWhenOverloaded(request, response, answer)
    answers.enterWith(answer)
  })
}

/** Notes that a page failed, for `onRequestError` in `instrumentation.ts`. */
export function noteFailedPage(error: unknown): void {
  const answer = answers.getStore()
  if (!answer) return
  if (isTooManyReads(error)) answer.overload = { status: 429, retryAfterSeconds: error.retryAfterSeconds }
  else if (isBusy(error)) answer.overload = { status: 503, retryAfterSeconds: RETRY_AFTER_BUSY }
  if (answer.overload) count('gatehouse.busy', { of: 'page' })
}

/** The response is decided when the headers are about to be sent; the rest of what Next sends is dropped. */
function replaceWhenOverloaded(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { writeHead, write, end, flushHeaders } = response
  let isReplaced = false

  const replaced = (): boolean => {
    // The page is complete, but the posted action did not run.
    if (answer.stalePost && !response.headersSent && response.statusCode === 200) response.statusCode = 409
    if (isReplaced || !answer.overload || response.headersSent) return isReplaced
    isReplaced = true
    const { status, retryAfterSeconds } = answer.overload
    for (const name of response.getHeaderNames())
      if (/^(content-|transfer-|etag|link|vary)/i.test(name)) response.removeHeader(name)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Security-Policy', overloadPolicy)
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Retry-After', retryAfterSeconds)
    const sent = request.method === 'POST' ? { mayBeSaved: true, typed: answer.typed } : undefined
    Reflect.apply(writeHead, response, [status])
    Reflect.apply(end, response, [overloadDocument(status, sent)])
    return true
  }

  Object.assign(response, {
    writeHead: (...[status, ...given]: unknown[]) => {
      if (replaced()) return response
      const isStale = answer.stalePost !== undefined && status === 200
      return Reflect.apply(writeHead, response, [isStale ? 409 : status, ...given])
    },
    write: (...given: unknown[]) => replaced() || Reflect.apply(write, response, given),
    end: (...given: unknown[]) => (replaced() ? response : Reflect.apply(end, response, given)),
    flushHeaders: () => {
      if (!replaced()) Reflect.apply(flushHeaders, response, [])
    },
  })
}
