import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const seal = { purpose: 'a test', id: 'row 1' }

async function load(secret: string, previous = '') {
  vi.resetModules()
  vi.stubEnv('BETTER_AUTH_SECRET_PREVIOUS', previous)
  vi.stubEnv('BETTER_AUTH_SECRET', secret)
  return import('./sealed-text')
}

const secret = 'a-secret-for-tests-only-0123456789abcdef'

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://app:app@localhost/none')
})

afterEach(() => vi.unstubAllEnvs())

it('opens for the same purpose and row', async () => {
  const { openText, sealText } = await load(secret)
  const sealed = sealText(seal, 'a secret key')
  expect(sealed).not.toContain('a secret key')
  expect(sealText(seal, 'a secret key')).not.toBe(sealed)
  expect(openText(seal, sealed)).toBe('a secret key')
})

it.each([
  ['another purpose', { ...seal, purpose: 'another test' }],
  ['another row', { ...seal, id: 'row 2' }],
])('does not open for %s', async (_what, other) => {
  const { openText, sealText } = await load(secret)
  expect(() => openText(other, sealText(seal, 'a secret key'))).toThrow('unable to authenticate')
})

it('does not open with another secret, or when it was changed', async () => {
  const { sealText } = await load(secret)
  const sealed = sealText(seal, 'a secret key')
  const { openText } = await load(`${secret}-2`)
  expect(() => openText(seal, sealed)).toThrow('unable to authenticate')
  const bytes = Buffer.from(sealed, 'base64')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  const again = await load(secret)
  expect(() => again.openText(seal, bytes.toString('base64'))).toThrow('unable to authenticate')
})

it('opens what a previous secret sealed, and seals with the current one', async () => {
  const sealed = (await load(secret)).sealText(seal, 'a secret key')
  const both = await load(`${secret}-3`, `${secret}-2,${secret}`)
  expect(both.openText(seal, sealed)).toBe('a secret key')
  expect(() => both.openText({ ...seal, id: 'row 2' }, sealed)).toThrow('unable to authenticate')
  const again = both.resealText(seal, sealed)
  expect(both.resealText(seal, again)).toBe(again)
  const current = await load(`${secret}-3`)
  expect(current.openText(seal, again)).toBe('a secret key')
  expect(() => current.openText(seal, sealed)).toThrow('unable to authenticate')
})

it('finds what a previous secret hashed, and hashes with the current one', async () => {
  const stored = (await load(secret)).keyedHash(seal, 'first')
  const current = (await load(`${secret}-2`)).keyedHash(seal, 'first')
  const both = await load(`${secret}-2`, secret)
  expect(both.keyedHash(seal, 'first')).toBe(current)
  expect(both.keyedHashes(seal, 'first')).toEqual([current, stored])
})

it('hashes text differently by purpose, row and secret', async () => {
  const { keyedHash } = await load(secret)
  const hashes = [
    keyedHash(seal, 'first'),
    keyedHash({ ...seal, purpose: 'another test' }, 'first'),
    keyedHash({ ...seal, id: 'row 2' }, 'first'),
    keyedHash(seal, 'second'),
    (await load(`${secret}-2`)).keyedHash(seal, 'first'),
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
  expect((await load(secret)).keyedHash(seal, 'first')).toBe(hashes[0])
})
