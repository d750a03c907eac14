import { beforeEach, describe, expect, it, vi } from 'vitest'

const limit = vi.hoisted(() => ({ allowed: true, counted: [] as unknown[] }))
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async (...call: unknown[]) => {
    limit.counted.push(call.slice(0, 2))
    return { allowed: limit.allowed, retryAfterSeconds: limit.allowed ? 0 : 7 }
  },
}))

vi.stubEnv('CAPTCHA_WORK', '50')
vi.stubEnv('CLIENT_IP_HEADER', 'x-real-ip')
const { challengeReply } = await import('./challenge-reply')

const ask = (query: string, headers: Record<string, string> = {}) =>
  challengeReply(
    new Request(`http://localhost:3000/api/captcha${query}`, {
      headers: { 'x-real-ip': '203.0.113.1', ...headers },
    }),
  )

interface Given {
  parameters: Record<string, unknown>
  signature: string
}

async function given(reply: Response): Promise<Given> {
  const challenge: Given = JSON.parse(await reply.text())
  return challenge
}

beforeEach(() => {
  Object.assign(limit, { allowed: true, counted: [] })
})

describe('challengeReply', () => {
  it('returns a challenge for an action and forbids caching', async () => {
    const [one, other] = [await ask('?action=auth.signUp'), await ask('?action=auth.signUp')]
    expect(one.status).toBe(200)
    expect(one.headers.get('cache-control')).toBe('no-store')
    const [first, second] = [await given(one), await given(other)]
    expect(first).toMatchObject({ parameters: { data: { action: 'auth.signUp' } } })
    expect(first.parameters.nonce).not.toBe(second.parameters.nonce)
  })

  it('reveals neither the solution nor a key', async () => {
    const { parameters, ...rest } = await given(await ask('?action=auth.signUp'))
    expect(Object.keys(rest)).toEqual(['signature'])
    expect(Object.keys(parameters).toSorted()).toEqual([
      'algorithm',
      'cost',
      'data',
      'expiresAt',
      'keyLength',
      'keyPrefix',
      'keySignature',
      'nonce',
      'salt',
    ])
  })

  it('limits by IP and says how long to wait', async () => {
    limit.allowed = false
    const reply = await ask('?action=auth.signUp')
    expect([reply.status, reply.headers.get('retry-after'), await reply.text()]).toEqual([429, '7', ''])
    expect(limit.counted).toEqual([['captcha.challenge', { ip: '203.0.113.1' }]])
  })

  it.each([
    '',
    '?action=',
    '?action=signUp',
    '?action=a.b%00',
    `?action=a.${'b'.repeat(64)}`,
    '?name=auth.signUp',
  ])('refuses a request without a valid action name: %s', async (query) => {
    const reply = await ask(query)
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([400, 'no-store'])
    expect(limit.counted).toEqual([])
  })

  it.each(['cross-site', 'same-site', 'none', ''])(
    'refuses a request from another site: %s',
    async (site) => {
      expect((await ask('?action=auth.signUp', { 'sec-fetch-site': site })).status).toBe(403)
      expect((await ask('?action=auth.signUp', { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    },
  )
})
