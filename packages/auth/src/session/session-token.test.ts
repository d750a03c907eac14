import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { sessionTokenIn } from './session-token'

const secret = 'a-secret-for-tests-only-0123456789abcdef'
const token = 'aToken.WithADot0123456789'
const sign = (text: string, key = secret) => createHmac('sha256', key).update(text).digest('base64')
const signature = sign(token)

it('returns a token with its signature', () => {
  expect(sessionTokenIn(`${token}.${signature}`, secret)).toBe(token)
})

it.each([
  ['no cookie', undefined],
  ['an empty one', ''],
  ['a token alone', 'aToken'],
  ['a signature alone', `.${sign('')}`],
  ['an empty signature', `${token}.`],
  ['another token’s signature', `${token}.${sign('other')}`],
  ['another secret’s signature', `${token}.${sign(token, 'other')}`],
  ['a shorter signature', `${token}.${signature.slice(0, -1)}`],
  ['a longer signature', `${token}.${signature}=`],
  ['as many characters, but more bytes', `${token}.${'é'.repeat(44)}`],
  [
    'the signature in base64url',
    `aToken.${createHmac('sha256', secret).update('aToken').digest('base64url')}`,
  ],
])('returns nothing for %s', (_what, cookie) => {
  expect(sessionTokenIn(cookie, secret)).toBeUndefined()
})
