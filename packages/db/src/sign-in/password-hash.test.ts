import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password-hash'

test('a hash is salted argon2id with the intended cost and matches only its password', async () => {
  const hash = await hashPassword('open-the-gate-2026')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await hashPassword('open-the-gate-2026')).not.toBe(hash)
  expect(await verifyPassword({ hash, password: 'open-the-gate-2026' })).toBe(true)
  expect(await verifyPassword({ hash, password: 'open-the-gate-2027' })).toBe(false)
  expect(await verifyPassword({ hash, password: '' })).toBe(false)
})

test('a password matches however its letters are encoded', async () => {
  const hash = await hashPassword('caf\u00e9 at the gate')
  expect(await verifyPassword({ hash, password: 'cafe\u0301 at the gate' })).toBe(true)
  expect(await verifyPassword({ hash, password: 'cafe at the gate' })).toBe(false)
})

test.each(['', 'plain', '$argon2id$v=19$m=19456,t=2,p=1$broken', '$2b$10$abcdefghijklmnopqrstuv'])(
  'the unreadable hash %j matches no password',
  async (hash) => {
    expect(await verifyPassword({ hash, password: hash })).toBe(false)
  },
)
