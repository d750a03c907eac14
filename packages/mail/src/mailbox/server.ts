import { createServer, type IncomingMessage } from 'node:http'
import { script, stylesheet } from './assets'
import { framePage, mailboxPage } from './pages'
import { listMessageIds, readMailbox, readMessage } from './mailbox'

export { readMailbox } from './mailbox'

const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// No scripts, nothing loaded. Email only supports inline styles.
const framePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; " +
  'sandbox allow-popups allow-popups-to-escape-sandbox'

interface Answer {
  status: number
  type: 'text/html' | 'text/css' | 'text/javascript' | 'text/plain'
  body: string
  policy?: string
}

const notFound: Answer = { status: 404, type: 'text/plain', body: 'Message not found.' }

/**
 * DNS rebinding: another site can point its name at 127.0.0.1, but can't change the Host header, so only loopback
 * names are served.
 */
function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host)
}

async function answer(request: IncomingMessage, directory: string): Promise<Answer> {
  if (!isLoopback(request.headers.host)) {
    return { status: 403, type: 'text/plain', body: 'The mailbox is available on localhost only.' }
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, type: 'text/plain', body: 'The mailbox is read-only.' }
  }
  const [path = '/'] = (request.url ?? '/').split('?')
  if (path === '/mailbox.css') return { status: 200, type: 'text/css', body: stylesheet }
  if (path === '/mailbox.js') return { status: 200, type: 'text/javascript', body: script }
  if (path === '/newest') {
    const [newest = ''] = await listMessageIds(directory)
    return { status: 200, type: 'text/plain', body: newest }
  }
  if (path === '/') return { status: 200, type: 'text/html', body: mailboxPage(await readMailbox(directory)) }

  const [, id = '', part] = /^\/messages\/([^/]+)(\/html)?$/.exec(path) ?? []
  const message = await readMessage(directory, id)
  if (!message) return notFound
  if (part) return { status: 200, type: 'text/html', body: framePage(message), policy: framePolicy }
  return { status: 200, type: 'text/html', body: mailboxPage(await readMailbox(directory), message) }
}

/**
 * Serves the local mailbox for development. Loopback only, read-only.
 * `port` 0 picks a free one. Rejects if the port is taken.
 */
export async function startMailbox(options: {
  directory: string
  port: number
  log?: (line: string) => void
}): Promise<{ url: string; port: number; stop: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const {
      status,
      type,
      body,
      policy = pagePolicy,
    } = await answer(request, options.directory).catch((error: unknown): Answer => {
      options.log?.(`mailbox: ${String(error)}`)
      return { status: 500, type: 'text/plain', body: 'Could not read the mailbox.' }
    })
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
