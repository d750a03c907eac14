import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, ServerResponse } from 'node:http'

import { pageHeaders } from './security-headers'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

let isWatching = false

/**
 * Answers requests that Next can't read: it answers them 500 without any of our headers, before `proxy.ts` runs. Call it
 * from `instrumentation.ts`; repeated calls do nothing.
 */
export function refuseUnreadable(): void {
  if (isWatching) return
  isWatching = true
  // Node publishes this before it hands the request to the server.
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request?: unknown; response?: unknown }
    if (!(request instanceof IncomingMessage) || !(response instanceof ServerResponse)) return
    if (!methods.has(request.method ?? '')) refuse(response, 405, 'This method is not supported.')
    else if (!isReadable(request.url ?? ''))
      refuse(response, 400, 'This URL is not valid. Check it for typos.')
  })
}

/** Whether each percent sign of the path begins an encoded character. The query is read leniently. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

function refuse(response: ServerResponse, status: 400 | 405, text: string): void {
  for (const { key, value } of pageHeaders) response.setHeader(key, value)
  if (status === 405) response.setHeader('Allow', [...methods].join(', '))
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.statusCode = status
  response.end(`${text}\n`)
  // Next answers too. Writes after the end must not throw.
  const ignored = () => response
  Object.assign(response, {
    setHeader: ignored,
    appendHeader: ignored,
    removeHeader: () => undefined,
    writeHead: ignored,
    flushHeaders: () => undefined,
    write: () => true,
    end: ignored,
  })
}
