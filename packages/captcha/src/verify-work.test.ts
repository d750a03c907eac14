import { createChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { captchaKey } from './captcha-key'
import { CAPTCHA_MAX_LENGTH } from './captcha-field'
import { makeChallenge } from './challenge'
import { verifyCaptcha } from './verify-captcha'
import { verifyWork } from './verify-work'
import { LIFETIME } from './lifetime'
import { solveChallenge } from './solve-challenge'

const ACTION = 'auth.signUp'
const refused = { refused: 'failed' }

let challenge: Challenge
let solution: string

beforeAll(async () => {
  challenge = await makeChallenge(ACTION)
  solution = await solveChallenge(challenge)
})

afterEach(() => {
  vi.useRealTimers()
})

interface Payload {
  challenge: { parameters: Record<string, unknown>; signature: string }
  solution: Record<string, unknown>
}

/** Returns the solution with a change. */
function changed(change: (payload: Payload) => void): string {
  const payload: Payload = JSON.parse(atob(solution))
  change(payload)
  return btoa(JSON.stringify(payload))
}

describe('verifyWork', () => {
  it('accepts a solution for the action of its challenge', async () => {
    expect(await verifyWork(solution, ACTION)).toEqual({
      proof: { id: challenge.parameters.nonce, expiresAt: expect.any(Date) },
    })
    expect(solution.length).toBeLessThan(CAPTCHA_MAX_LENGTH)
  })

  it('refuses it for another action', async () => {
    expect(await verifyWork(solution, 'auth.signIn')).toEqual(refused)
    expect(await verifyWork(solution, 'auth.signU')).toEqual(refused)
  })

  it('accepts it until it expires', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(Date.now() + LIFETIME - 60_000)
    expect(await verifyWork(solution, ACTION)).toHaveProperty('proof')
    vi.setSystemTime(Date.now() + 61_000)
    expect(await verifyWork(solution, ACTION)).toEqual(refused)
  })

  it.each<[string, (payload: Payload) => void]>([
    ['a later expiry', ({ challenge }) => (challenge.parameters.expiresAt = 4_000_000_000)],
    ['no end', ({ challenge }) => delete challenge.parameters.expiresAt],
    ['another action', ({ challenge }) => (challenge.parameters.data = { action: 'auth.signIn' })],
    ['less work', ({ challenge }) => (challenge.parameters.cost = 1)],
    [
      'another nonce, as if it were unspent',
      ({ challenge }) => (challenge.parameters.nonce = 'a'.repeat(32)),
    ],
    ['no key signature', ({ challenge }) => delete challenge.parameters.keySignature],
    ['a forged signature', ({ challenge }) => (challenge.signature = 'a'.repeat(64))],
    ['an empty signature', ({ challenge }) => (challenge.signature = '')],
    ['a wrong key', ({ solution }) => (solution.derivedKey = 'a'.repeat(64))],
    [
      'only the known part of the key',
      ({ challenge, solution }) =>
        (solution.derivedKey = `${String(challenge.parameters.keyPrefix)}${'0'.repeat(32)}`),
    ],
    ['an empty key', ({ solution }) => (solution.derivedKey = '')],
    ['no number', ({ solution }) => delete solution.counter],
    ['an extra field', ({ solution }) => (solution.verified = true)],
  ])('refuses %s', async (_, change) => {
    expect(await verifyWork(changed(change), ACTION)).toEqual(refused)
  })

  it('refuses a solution of someone else’s challenge, which only our keys would make valid', async () => {
    const given = async (hmacSignatureSecret: string, hmacKeySignatureSecret: string) =>
      solveChallenge(
        await createChallenge({
          algorithm: 'PBKDF2/SHA-256',
          cost: 1,
          counter: 1,
          deriveKey,
          data: { action: ACTION },
          expiresAt: new Date(Date.now() + LIFETIME),
          hmacSignatureSecret,
          hmacKeySignatureSecret,
        }),
      )
    expect(await verifyWork(await given('mine', 'mine'), ACTION)).toEqual(refused)
    // The keys are not interchangeable.
    expect(await verifyWork(await given(captchaKey('answer'), captchaKey('challenge')), ACTION)).toEqual(
      refused,
    )
    expect(
      await verifyWork(await given(captchaKey('challenge'), captchaKey('answer')), ACTION),
    ).toHaveProperty('proof')
  })

  it.each([
    ['nothing', ''],
    ['garbage', 'garbage'],
    ['no JSON', btoa('garbage')],
    ['no payload', btoa('{"challenge":{},"solution":{}}')],
    ['null', btoa('null')],
    ['a list', btoa('[]')],
    ['a prototype', btoa('{"__proto__":{"challenge":{}}}')],
  ])('refuses %s', async (_, value) => {
    expect(await verifyWork(value, ACTION)).toEqual(refused)
  })

  it('returns the same ID however the solution is encoded', async () => {
    const [first, spaced] = [
      await verifyWork(solution, ACTION),
      await verifyWork(btoa(` ${atob(solution)} `), ACTION),
    ]
    expect(spaced).toEqual(first)
  })
})

describe('verifyCaptcha', () => {
  it('refuses a value longer than any solution', async () => {
    expect(await verifyCaptcha(btoa(`${atob(solution)}${' '.repeat(CAPTCHA_MAX_LENGTH)}`), ACTION)).toEqual(
      refused,
    )
  })
})
