import { describe, expect, it } from 'vitest'

import { actionKey } from './action-key'
import { isDeploymentId, signDeploymentId } from './deployment-id'
import { parseEnv } from './env'

const secret = 'a-secret-of-at-least-32-characters'

describe('actionKey', () => {
  it('derives the same valid key from the same secret, and another from another', () => {
    const key = actionKey({ BETTER_AUTH_SECRET: secret })
    expect(actionKey({ BETTER_AUTH_SECRET: secret, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: '' })).toBe(key)
    expect(actionKey({ BETTER_AUTH_SECRET: `${secret}!` })).not.toBe(key)
    expect(Buffer.from(key, 'base64')).toHaveLength(32)
    expect(
      parseEnv({ DATABASE_URL: 'postgresql://a@b/c', NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key }),
    ).toMatchObject({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key })
  })

  it('prefers the key that is set', () => {
    const key = Buffer.alloc(32, 7).toString('base64')
    expect(actionKey({ BETTER_AUTH_SECRET: secret, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key })).toBe(key)
  })

  it.each([
    [{}, /^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not set\. [^\n]+ BETTER_AUTH_SECRET[^\n]+$/],
    [
      { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'short' },
      /^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not valid: [^\n]+$/,
    ],
    [{ BETTER_AUTH_SECRET: 'short' }, /^BETTER_AUTH_SECRET is not valid: [^\n]+$/],
  ])('refuses %j in one line', (source, line) => {
    expect(() => actionKey(source)).toThrow(line)
  })
})

describe('deployment IDs', () => {
  const key = actionKey({ BETTER_AUTH_SECRET: secret })
  const id = signDeploymentId(key, new Date('2026-11-29T00:00:00Z'))

  it('are recognized by builds with the same key only', () => {
    expect(id).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(isDeploymentId(key, id)).toBe(true)
    expect(isDeploymentId(actionKey({ BETTER_AUTH_SECRET: `${secret}!` }), id)).toBe(false)
  })

  it.each(['', 'x', id.slice(1), `0${id}`, `${id}A`, id.replace('-', '_'), 'a-AAAAAAAAAAAAAAAAAAAA'])(
    'are not forged as %j',
    (forged) => {
      expect(isDeploymentId(key, forged)).toBe(false)
    },
  )
})
