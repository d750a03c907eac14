import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

/** A Turnstile server whose reply each test sets. */
const server = createServer((request, response) => answer(request, response))
let answer: (request: IncomingMessage, response: ServerResponse) => void
let sent: URLSearchParams | undefined
let url: string

const json = (body: unknown, status = 200) =>
  async function reply(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    sent = new URLSearchParams(Buffer.concat(chunks).toString())
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

const yes = { success: true, action: 'auth_signUp', hostname: 'localhost', 'error-codes': [] }
const no = (...codes: string[]) => ({ success: false, 'error-codes': codes })

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // oxlint-disable-next-line typescript/consistent-type-assertions -- always an AddressInfo after listen() on a port
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/siteverify`
  vi.stubEnv('TURNSTILE_SITE_KEY', 'the-site')
  vi.stubEnv('TURNSTILE_SECRET_KEY', 'the-secret')
  vi.stubEnv('TURNSTILE_VERIFY_URL', url)
})

afterAll(async () => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

beforeEach(() => {
  sent = undefined
})

const { verifyCaptcha } = await import('./verify-captcha')
const { verifyTurnstile } = await import('./turnstile')

const ACTION = 'auth.signUp'
const refused = { refused: 'failed' }
const unavailable = { refused: 'unavailable', error: expect.anything() }

describe('verifyTurnstile', () => {
  it('accepts a token that Cloudflare accepts, and sends the secret', async () => {
    answer = json(yes)
    expect(await verifyCaptcha('token', ACTION)).toEqual({
      proof: { id: expect.stringMatching(/^[0-9a-f]{64}$/), expiresAt: expect.any(Date) },
    })
    expect(Object.fromEntries(sent ?? [])).toEqual({ secret: 'the-secret', response: 'token' })
  })

  it.each([
    ['an invalid token', no('invalid-input-response')],
    ['a spent token', no('timeout-or-duplicate')],
    ['a token for another action', { ...yes, action: 'auth_signIn' }],
    ['a token without an action', { ...yes, action: '' }],
    ['a token of another site', { ...yes, hostname: 'evil.example' }],
  ])('refuses %s', async (_, reply) => {
    answer = json(reply)
    expect(await verifyTurnstile('token', ACTION)).toEqual(refused)
  })

  it.each([
    ['a wrong secret', no('invalid-input-secret')],
    ['a server error', no('internal-error')],
    ['a failure without a reason', no()],
    ['a failure with several reasons', no('timeout-or-duplicate', 'internal-error')],
    ['a success that is not a boolean', { ...yes, success: 'true' }],
    ['a success and nothing else', { success: true }],
    ['another shape', { ok: true }],
    ['null', null],
    ['a list', [yes]],
    ['no JSON', '<html>yes</html>'],
    ['nothing', ''],
  ])('treats %s as unavailable', async (_, reply) => {
    answer = json(reply)
    expect(await verifyTurnstile('token', ACTION)).toEqual(unavailable)
  })

  it('follows no redirect', async () => {
    let asked = 0
    answer = (request, response) => {
      asked += 1
      if (request.url === '/yes') return void json(yes)(request, response)
      response.writeHead(307, { Location: '/yes' }).end()
    }
    expect(await verifyTurnstile('token', ACTION)).toEqual(unavailable)
    expect(asked).toBe(1)
  })

  it('does not wait forever', async () => {
    answer = () => {}
    expect(await verifyTurnstile('token', ACTION, { patience: 50 })).toEqual(unavailable)
  })

  it('treats a broken connection as unavailable', async () => {
    answer = (request) => request.socket.destroy()
    expect(await verifyTurnstile('token', ACTION)).toEqual(unavailable)
  })
})

describe('with Turnstile configured', () => {
  it('a proof-of-work solution is sent to Turnstile as a token, which refuses it', async () => {
    const { makeChallenge } = await import('./challenge')
    const { solveChallenge } = await import('./solve-challenge')
    answer = json(no('invalid-input-response'))
    expect(await verifyCaptcha(await solveChallenge(await makeChallenge(ACTION)), ACTION)).toEqual(refused)
    expect(sent?.get('response')).toBeTruthy()
  })

  it('a visitor without JavaScript can still wait', async () => {
    const { makeWaitingToken } = await import('./waiting-token')
    expect(await verifyCaptcha(makeWaitingToken(ACTION), ACTION)).toEqual({ refused: 'early' })
    expect(sent).toBeUndefined()
  })
})
