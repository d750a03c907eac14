import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Mail } from './kinds'

const mail: Mail = {
  to: 'person@example.test',
  kind: 'resetPassword',
  props: { url: 'https://app.test/reset-password?token=secret-token' },
}
const unreadable = { name: 'MailError', code: 'UNREADABLE', isFinal: true }

beforeEach(() => withSecret('a-secret-for-tests-only-0123456789abcdef'))

afterEach(() => vi.unstubAllEnvs())

function withSecret(secret: string) {
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@localhost/none')
  vi.stubEnv('BETTER_AUTH_SECRET', secret)
}

it('opens what it sealed, and shows neither the recipient nor the link', async () => {
  const { openMail, sealMail } = await import('./sealed-mail')
  const id = randomUUID()
  const sealed = sealMail(id, mail)
  expect(openMail(id, sealed)).toEqual(mail)
  expect(sealMail(id, mail)).not.toBe(sealed)
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toMatch(/person|secret-token|resetPassword/)
})

it('opens what anyone caused whose ID the database stores, of whatever version', async () => {
  const { openMail, sealMail } = await import('./sealed-mail')
  const id = randomUUID()
  // A hash, as an import may use. It has no valid version.
  const caused: Mail = { ...mail, cause: { userId: '5d41402a-bc4b-0a76-0719-d911017c5920' } }
  expect(openMail(id, sealMail(id, caused))).toEqual(caused)
})

it('refuses content of another mail, changed content and another secret', async () => {
  const { openMail, sealMail } = await import('./sealed-mail')
  const id = randomUUID()
  const sealed = sealMail(id, mail)
  expect(() => openMail(randomUUID(), sealed)).toThrow(expect.objectContaining(unreadable))
  const bytes = Buffer.from(sealed, 'base64')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  expect(() => openMail(id, bytes.toString('base64'))).toThrow(expect.objectContaining(unreadable))
  expect(() => openMail(id, '')).toThrow(expect.objectContaining(unreadable))
  withSecret('another-secret-for-tests-0123456789abcdef')
  const fresh = await import('./sealed-mail')
  expect(() => fresh.openMail(id, sealed)).toThrow(expect.objectContaining(unreadable))
})
