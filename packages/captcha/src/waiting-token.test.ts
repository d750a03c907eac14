import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { verifyCaptcha } from './verify-captcha'
import { LIFETIME, WAIT } from './lifetime'
import { verifyWaitingToken, makeWaitingToken } from './waiting-token'

const ACTION = 'auth.signUp'
const refused = { refused: 'failed' }
const NOON = new Date('2030-01-01T12:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
})

afterEach(() => {
  vi.useRealTimers()
})

const after = (milliseconds: number) => vi.setSystemTime(NOON.getTime() + milliseconds)

describe('verifyWaitingToken', () => {
  it('accepts a token after the wait, until it expires', async () => {
    const token = makeWaitingToken(ACTION)
    expect(verifyWaitingToken(token, ACTION)).toEqual({ refused: 'early' })
    after(WAIT - 1)
    expect(verifyWaitingToken(token, ACTION)).toEqual({ refused: 'early' })
    after(WAIT)
    expect(await verifyCaptcha(token, ACTION)).toEqual({
      proof: { id: token.split('.')[1], expiresAt: new Date(NOON.getTime() + LIFETIME), waited: true },
    })
    after(LIFETIME - 1)
    expect(verifyWaitingToken(token, ACTION)).toHaveProperty('proof')
    after(LIFETIME)
    expect(verifyWaitingToken(token, ACTION)).toEqual(refused)
  })

  it('refuses it for another action', () => {
    const token = makeWaitingToken(ACTION)
    after(WAIT)
    expect(verifyWaitingToken(token, 'auth.signIn')).toEqual(refused)
  })

  it('is unique', () => {
    expect(makeWaitingToken(ACTION)).not.toBe(makeWaitingToken(ACTION))
  })

  it('refuses a changed token', () => {
    const [prefix, id = '', made = '', signature = ''] = makeWaitingToken(ACTION).split('.')
    const turned = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`
    after(WAIT)
    for (const forged of [
      [prefix, turned(id), made, signature],
      [prefix, id, String(Number(made) - WAIT), signature],
      [prefix, id, made, turned(signature)],
      [prefix, id, made, ''],
      [prefix, id, made],
      [prefix, id, `0${made}`, signature],
      [prefix, `${id}x`, made, signature],
      [prefix, id, made, signature, ''],
      [prefix],
      [prefix, id, made, `${signature}\n`],
    ]) {
      expect([forged, verifyWaitingToken(forged.join('.'), ACTION)]).toEqual([forged, refused])
    }
  })
})
