import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

const strong = 'a-quiet-garden-wall'

/** The paths of requests to the stand-in for Pwned Passwords. */
let requests: string[] = []
let reply: string | undefined
let server: Server

let assertPasswordAllowed: (typeof import('./assert-password-allowed'))['assertPasswordAllowed']

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(`${request.url} ${request.headers['add-padding']}`)
    // Without a reply, the connection is closed.
    if (reply === undefined) return request.socket.destroy()
    response.end(reply)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.stubEnv('DATABASE_URL', 'postgresql://app@127.0.0.1:1/none')
  vi.stubEnv('PWNED_PASSWORDS_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}/range`)
  ;({ assertPasswordAllowed } = await import('./assert-password-allowed'))
})

beforeEach(() => {
  requests = []
  reply = ''
})

afterAll(() => void server.close())

const sha1 = createHash('sha1').update(strong).digest('hex').toUpperCase()

test.each([
  ['short', 'PASSWORD_NOT_ALLOWED'],
  ['x'.repeat(129), 'PASSWORD_NOT_ALLOWED'],
  ['password1234', 'PASSWORD_GUESSABLE'],
  ['P@ssw0rd1234', 'PASSWORD_GUESSABLE'],
  ['123456789012', 'PASSWORD_GUESSABLE'],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'PASSWORD_GUESSABLE'],
  ['password'.repeat(16), 'PASSWORD_GUESSABLE'],
  ['gatehouse2026', 'PASSWORD_GUESSABLE'],
  ['penelope.mailbox', 'PASSWORD_GUESSABLE'],
])('%s is refused: %s', async (password, code) => {
  const attempt = assertPasswordAllowed(password, ['Penelope', 'penelope.mailbox@example.test'])
  await expect(attempt).rejects.toMatchObject({ code })
})

test.each([strong, 'correct horse battery staple', 'José, Søren & the kettle', '🌵🪁🧊🪐🎺🧵🦑🛶🍋🪵🧭🥁'])(
  '%s is allowed',
  async (password) => {
    await expect(assertPasswordAllowed(password, [])).resolves.toBeUndefined()
  },
)

test('the longest password is checked like a short one', async () => {
  await expect(assertPasswordAllowed(`${strong} `.repeat(6), [])).resolves.toBeUndefined()
})

test('a password from a data breach is refused, and only the beginning of its hash is sent', async () => {
  reply = `${'0'.repeat(35)}:3\r\n${sha1.slice(5)}:7\r\n`
  await expect(assertPasswordAllowed(strong, [])).rejects.toMatchObject({ code: 'PASSWORD_LEAKED' })
  expect(requests).toEqual([`/range/${sha1.slice(0, 5)} true`])
})

test.each([
  ['another hash', `${'0'.repeat(35)}:3`],
  ['padding', `${sha1.slice(5)}:0`],
  ['nothing', ''],
  ['no answer', undefined],
])('a reply with %s allows the password', async (_case, text) => {
  reply = text
  await expect(assertPasswordAllowed(strong, [])).resolves.toBeUndefined()
  expect(requests).toHaveLength(1)
})

test('nothing is sent without the setting', async () => {
  vi.resetModules()
  vi.stubEnv('PWNED_PASSWORDS_URL', '')
  const { assertPasswordAllowed: assertAllowed } = await import('./assert-password-allowed')
  await assertAllowed(strong, [])
  expect(requests).toEqual([])
})
