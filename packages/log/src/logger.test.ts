import pino from 'pino'
import { describe, expect, it } from 'vitest'

import { logOptions } from './logger'

const SECRET = 'open-the-gate-2026'

/** The line that is written for this. */
function written(entry: object, options = logOptions): string {
  let line = ''
  pino(options, { write: (text) => (line += text) }).warn(entry, 'something')
  return line
}

/** What somebody may log by mistake: input, headers, an error with its request. */
const mistakes = (secret: string) => [
  { password: secret },
  { currentPassword: secret, newPassword: secret, reauthenticationPassword: secret },
  { input: { email: 'a@b.test', password: secret } },
  { token: secret },
  { error: { call: { clientInput: { token: secret } } } },
  { headers: { cookie: secret, authorization: secret } },
  { request: { headers: { Cookie: secret, Authorization: secret } } },
  { response: { headers: { 'set-cookie': secret, 'Set-Cookie': secret } } },
]

describe('logger', () => {
  it.each(mistakes(SECRET))('blacks out %j', (entry) => {
    const line = written(entry)
    expect(line).not.toContain(SECRET)
    expect(line).toContain('[redacted]')
  })

  it.each(mistakes(SECRET))('without that, %j stands in the log', (entry) => {
    expect(written(entry, { ...logOptions, redact: [] })).toContain(SECRET)
  })

  it('keeps what is no secret', () => {
    expect(JSON.parse(written({ requestId: 'r1', action: 'auth.signIn', code: 'FORBIDDEN' }))).toMatchObject({
      requestId: 'r1',
      action: 'auth.signIn',
      code: 'FORBIDDEN',
    })
  })
})
