import { expect } from '@playwright/test'

import { WAIT } from '@kit/captcha/lifetime'
import { policies } from '@kit/rate-limit/policies'

import { outcomeOf } from '@kit/attacks/http/outcome'
import { send, type RawResponse } from '@kit/attacks/http/raw-http'
import { anonymous } from '@kit/attacks/engine/caller'
import { call } from './recorded-events'
import { test } from '@kit/attacks/engine/test'

const ask = (query: string, { method = 'GET', headers = {} } = {}) =>
  send({ method, path: `/api/captcha${query}`, headers })

/** The server's clock from its Date header, up to a second behind. */
const clockOf = ({ headers }: RawResponse) => Date.parse(headers.date ?? '')

test.beforeEach(({ arena }) => arena.database.resetCounters())

test.describe('the captcha challenge route', () => {
  test('returns a new challenge each time, never cached', async () => {
    const [one, other] = [await ask('?action=contact.send'), await ask('?action=contact.send')]
    expect(one.status).toBe(200)
    expect(one.headers['cache-control']).toBe('no-store')
    expect(one.headers['set-cookie']).toBeUndefined()
    expect(one.body).not.toBe(other.body)
  })

  test('refuses anything that is not an action name', async () => {
    for (const query of [
      '',
      '?action=',
      '?action=x',
      '?action=../../etc',
      '?action=a.b%00',
      "?action=a.b'--",
      `?action=a.${'b'.repeat(5000)}`,
      '?action[]=a.b',
      '?__proto__=a.b',
    ])
      expect((await ask(query)).status, query.slice(0, 40)).toBe(400)
  })

  test('refuses pages of other sites', async () => {
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await ask('?action=contact.send', { headers: { 'Sec-Fetch-Site': site } })).status).toBe(403)
  })

  test('answers GET only', async ({ arena }) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await ask('?action=contact.send', { method })).status, method).toBe(405)
    expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
  })

  test('is rate limited by IP, whatever forwarded headers claim', async () => {
    const { limit } = policies['captcha.challenge']
    const statuses: number[] = []
    for (let asked = 0; asked < 2 * limit + 10; asked += 1) {
      const headers = { 'X-Forwarded-For': `198.51.100.${asked}` }
      statuses.push((await ask('?action=contact.send', { headers })).status)
    }
    // The loop may span two windows.
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(2 * limit)
    expect(statuses).toContain(429)
  })
})

test('a burst of requests gets no more challenges than its limit, and leaves room to sign in', async ({
  arena,
}) => {
  const { limit, windowSeconds } = policies['captcha.challenge']
  const windowOf = (reply: RawResponse) => Math.floor(clockOf(reply) / (windowSeconds * 1000))
  let replies: RawResponse[]
  let signIn: RawResponse
  // The next window lets a few more through while the previous one fades, so try again in a full window.
  do {
    await arena.database.resetCounters()
    const burst = Array.from({ length: 400 }, () => ask('?action=contact.send'))
    signIn = await send(call(arena, 'signInAction', anonymous))
    replies = await Promise.all(burst)
    await arena.restore(await arena.snapshot())
  } while (new Set(replies.map(windowOf)).size > 1)
  const statuses = replies.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(limit)
  expect(new Set(statuses)).toEqual(new Set([200, 429]))
  expect(outcomeOf(signIn).kind).toBe('redirect')
})

/** The waiting token of a page, and when the server accepts it (server time, milliseconds). */
async function beginWaiting() {
  const page = await send({ method: 'GET', path: '/contact', headers: { Accept: 'text/html' } })
  const [captcha = '', made] = /wait\.[\w-]{22}\.(\d{13})\.[\w-]{43}/.exec(page.body) ?? []
  expect(captcha).not.toBe('')
  return { captcha, takenFrom: Number(made) + WAIT }
}

test('a waiting token is accepted after ten seconds, once', async ({ arena }) => {
  const attempt = (captcha: string) =>
    send(call(arena, 'sendContactMessageAction', anonymous, { input: { captcha } }))
  // On a slow machine the first attempt may already be late enough: try again.
  for (;;) {
    await arena.database.resetCounters()
    const { captcha, takenFrom } = await beginWaiting()
    const early = await attempt(captcha)
    if (clockOf(early) + 1000 > takenFrom) continue
    expect(outcomeOf(early)).toEqual({ kind: 'error', code: 'CAPTCHA_FAILED' })
    break
  }
  await arena.restore(await arena.snapshot())

  const { captcha, takenFrom } = await beginWaiting()
  await expect
    .poll(async () => clockOf(await send({ method: 'GET', path: '/contact', headers: {} })), { timeout: 0 })
    .toBeGreaterThanOrEqual(takenFrom)
  await arena.database.resetCounters()
  const elsewhere = await send(call(arena, 'signUpAction', anonymous, { input: { captcha } }))
  expect(outcomeOf(elsewhere)).toEqual({ kind: 'error', code: 'CAPTCHA_FAILED' })
  // Stays under the limit by IP, so the limit isn't what refuses the rest.
  const attempts = () =>
    Promise.all(Array.from({ length: policies['contact.ip'].limit - 1 }, () => attempt(captcha)))
  const outcomes = (await attempts()).map(outcomeOf)
  expect(outcomes.filter(({ kind }) => kind === 'data')).toHaveLength(1)
  expect(
    outcomes.filter((outcome) => outcome.kind === 'error' && outcome.code === 'CAPTCHA_FAILED'),
  ).toHaveLength(outcomes.length - 1)
  await arena.restore(await arena.snapshot())
})

test('concurrent guesses do not bypass the captcha', async ({ arena }) => {
  const guesses = Array.from({ length: 20 }, (_, guess) =>
    send(call(arena, 'signInAction', anonymous, { input: { password: `guess number ${guess}` } })),
  )
  const codes = (await Promise.all(guesses))
    .map(outcomeOf)
    .map((outcome) => 'code' in outcome && outcome.code)
  const { limit } = policies['signIn.withoutCaptcha']
  expect(codes.filter((code) => code === 'INVALID_CREDENTIALS')).toHaveLength(limit)
  expect(codes.filter((code) => code === 'CAPTCHA_REQUIRED')).toHaveLength(20 - limit)
})
