import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, ServerResponse } from 'node:http'

import { refusedContent } from './refused-content'

/** How Next begins a document that only its scripts fill. */
const SHELL = /<html( data-dpl-id="[^"]*")? id="__next_error__">/
const BODY = '<body>'

type Send = (...given: never[]) => unknown

let isWatching = false

/**
 * Adds text for browsers without JavaScript to pages that return 401, 403, 404 or 500. Next sends an empty document and
 * lets its scripts render `unauthorized.tsx` and the like. Call it from `instrumentation.ts` before anything else that
 * wraps responses; repeated calls do nothing.
 */
export function fillRefusedPages(): void {
  if (isWatching) return
  isWatching = true
  // Node publishes this before it hands the request to the server.
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request?: unknown; response?: unknown }
    if (request instanceof IncomingMessage && response instanceof ServerResponse)
      fillWhenRefused(request, response)
  })
}

function fillWhenRefused(request: IncomingMessage, response: ServerResponse): void {
  let isDecided = false

  const filled = (chunk: unknown): unknown => {
    if (isDecided || !(typeof chunk === 'string' || chunk instanceof Uint8Array)) return chunk
    isDecided = true
    const content = refusedContent(response.statusCode, request.url ?? '/')
    const text = content === undefined ? '' : Buffer.from(chunk).toString()
    if (content === undefined || !SHELL.test(text) || !text.includes(BODY)) return chunk
    return Buffer.from(
      text.replace(SHELL, (tag) => tag.replace('>', ' lang="en">')).replace(BODY, () => BODY + content),
    )
  }

  for (const name of ['write', 'end'] as const) {
    const wrap =
      (send: Send) =>
      (chunk: unknown, ...rest: unknown[]): unknown =>
        Reflect.apply(send, response, [filled(chunk), ...rest])
    let current = wrap(response[name])
    // Compression assigns its own methods later. Wrapping those too lets us see the text before it is compressed.
    Object.defineProperty(response, name, {
      configurable: true,
      enumerable: true,
      get: () => current,
      set: (send: Send) => {
        current = wrap(send)
      },
    })
  }
}
