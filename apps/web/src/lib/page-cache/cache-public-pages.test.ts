import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

vi.stubEnv('DATABASE_URL', 'postgresql://app@127.0.0.1:1/none')
vi.stubEnv('APP_URL', 'https://app.test')
vi.stubEnv('CLIENT_IP_HEADER', 'x-client')
vi.stubEnv('PAGE_READS_PER_MINUTE', '30')

const { noteFailedPage, watchAnswers } = await import('@/lib/overload/overload-response')
const { TooManyReadsError } = await import('@/lib/overload/too-many-reads')
const { cachePublicPages } = await import('./cache-public-pages')
const { freshValue } = await import('./fresh-value')
const { newNonce } = await import('./page-template')

let server: Server
let url: string
/** The headers of each request that reached Next. */
let rendered: IncomingHttpHeaders[] = []
let more: (response: ServerResponse) => void
let clients = 0

beforeAll(async () => {
  watchAnswers()
  cachePublicPages()
  // Like Next: the policy and the page have the same nonce, and the page is written in pieces.
  server = createServer((request, response) => {
    rendered.push({ ...request.headers })
    const nonce = newNonce()
    const token = freshValue(() => `wait.${newNonce()}`)
    response.setHeader('Content-Type', 'text/html')
    response.setHeader('Content-Security-Policy', `script-src 'nonce-${nonce}'`)
    response.setHeader('Link', `</a.js>; rel=preload; nonce="${nonce}"`)
    more(response)
    response.write(`<script nonce="${nonce}"></script>`)
    response.end(
      `<input value="${token}"><script nonce="${nonce}">${JSON.stringify(request.headers)}</script>`,
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => void server.close())

beforeEach(() => {
  rendered = []
  more = () => undefined
  // Nothing is kept for a language that no test has used.
  clients += 1
})

const languages = [
  'de',
  'fr',
  'it',
  'es',
  'nl',
  'pl',
  'pt',
  'sv',
  'da',
  'fi',
  'cs',
  'el',
  'hu',
  'tr',
  'ja',
  'ko',
  'zh',
  'uk',
]

async function read(path: string, headers: Record<string, string> = {}) {
  const own = { 'accept-language': languages[clients] ?? '', 'x-client': `203.0.113.${clients}` }
  const response = await fetch(url + path, { headers: { ...own, ...headers } })
  const body = await response.text()
  const policy = response.headers.get('content-security-policy') ?? ''
  const nonces = new Set(Array.from(body.matchAll(/nonce="([^"]+)"/g), ([, nonce]) => nonce))
  return {
    response,
    body,
    nonces,
    nonce: /'nonce-([^']+)'/.exec(policy)?.[1],
    token: /wait\.[^"]+/.exec(body)?.[0],
  }
}

test('renders a page once, and sends it with another nonce and other fresh values each time', async () => {
  const replies = [await read('/sign-in'), await read('/sign-in'), await read('/sign-in')]
  expect(rendered).toHaveLength(1)
  for (const { response, nonces, nonce } of replies) {
    expect(nonces).toEqual(new Set([nonce]))
    expect(response.headers.get('link')).toContain(`nonce="${nonce}"`)
    expect(response.headers.get('content-type')).toBe('text/html')
  }
  expect(new Set(replies.map(({ nonce }) => nonce)).size).toBe(3)
  expect(new Set(replies.map(({ token }) => token)).size).toBe(3)
})

test.each([
  ['another path', '/account', {}],
  ['a query', '/sign-in?next=/acme', {}],
  ['a session', '/sign-in', { cookie: 'gatehouse.session_token=x' }],
  ['a session next to a harmless cookie', '/sign-in', { cookie: 'theme=dark; gatehouse.session_token=x' }],
  ["a request of Next's router", '/sign-in', { rsc: '1' }],
])('%s is rendered each time, with all of its headers', async (_case, path, headers) => {
  await read('/sign-in')
  await read(path, { ...headers, 'x-other': 'kept' })
  await read(path, headers)
  expect(rendered).toHaveLength(3)
  expect(rendered[1]).toMatchObject({ ...headers, 'x-other': 'kept' })
})

test('depends on the theme, the time zone and the language, and on nothing else that was sent', async () => {
  const sent = {
    'x-forwarded-host': 'evil.test',
    'user-agent': 'evil',
    forwarded: 'host=evil',
    'x-any': 'evil',
  }
  const { body } = await read('/', {
    ...sent,
    cookie: 'timezone=Europe/Rome; theme=dark;',
    'accept-language': 'pt-BR,evil',
  })
  expect(body).not.toContain('evil')
  expect(rendered[0]).toMatchObject({
    host: 'app.test',
    cookie: 'theme=dark; timezone=Europe/Rome',
    'accept-language': 'pt-BR',
  })
  await read('/', { cookie: 'theme=dark; timezone=Europe%2FRome', 'accept-language': 'pt-BR' })
  expect(rendered).toHaveLength(1)
  await read('/', { cookie: 'theme=light; timezone=Europe/Rome', 'accept-language': 'pt-BR' })
  await read('/', { cookie: 'theme=dark', 'accept-language': 'pt-BR' })
  expect(rendered).toHaveLength(3)
})

test.each<[string, (response: ServerResponse) => void]>([
  ['an error', (response) => void (response.statusCode = 500)],
  ['a page that failed under load', () => noteFailedPage(new TooManyReadsError(1))],
  ['a cookie', (response) => void response.setHeader('Set-Cookie', 'a=b')],
  ['a page without a nonce', (response) => response.removeHeader('Content-Security-Policy')],
  ['a page without the value that was made for it', () => void freshValue(() => 'elsewhere')],
  ['a value that HTML escapes', (response) => void response.write(freshValue(() => '"'))],
])('%s is not kept', async (_case, then) => {
  more = then
  await read('/contact')
  await read('/contact')
  expect(rendered).toHaveLength(2)
})

test('an IP over its limit gets no page from memory', async () => {
  for (let index = 0; index < 33; index += 1) await read('/')
  // The first is rendered, 30 are sent from memory, and Next refuses the rest.
  expect(rendered).toHaveLength(3)
})

test('is compressed for those who accept it', async () => {
  await read('/')
  const [compressed, plain] = [await read('/'), await read('/', { 'accept-encoding': 'identity' })]
  expect(compressed.response.headers.get('content-encoding')).toBe('gzip')
  expect(plain.response.headers.get('content-encoding')).toBeNull()
  expect(compressed.body.length).toBe(plain.body.length)
})
