import pino from 'pino'
import { describe, expect, it } from 'vitest'

import { logOptions } from './logger'

const SECRET = 'open-the-gate-2026'

/** The log line for an entry. */
function written(entry: object, options = logOptions): string {
  let line = ''
  pino(options, { write: (text) => (line += text) }).warn(entry, 'something')
  return line
}

/** What code might log by mistake: input, headers, an error with its request. */
const mistakes = (secret: string) => [
  { password: secret },
  { currentPassword: secret, newPassword: secret, reauthenticationPassword: secret },
  { oneTimeCode: secret, reauthenticationCode: secret },
  { input: { email: 'a@b.test', password: secret } },
  { token: secret },
  { error: { call: { clientInput: { token: secret } } } },
  { headers: { cookie: secret, authorization: secret } },
  { request: { headers: { Cookie: secret, Authorization: secret } } },
  { response: { headers: { 'set-cookie': secret, 'Set-Cookie': secret } } },
]

describe('logger', () => {
  it.each(mistakes(SECRET))('redacts %j', (entry) => {
    const line = written(entry)
    expect(line).not.toContain(SECRET)
    expect(line).toContain('[redacted]')
  })

  it.each(mistakes(SECRET))('logs %j when redaction is off', (entry) => {
    expect(written(entry, { ...logOptions, redact: [] })).toContain(SECRET)
  })

  it('keeps other values', () => {
    expect(JSON.parse(written({ requestId: 'r1', action: 'auth.signIn', code: 'FORBIDDEN' }))).toMatchObject({
      requestId: 'r1',
      action: 'auth.signIn',
      code: 'FORBIDDEN',
    })
  })
})
