import pino from 'pino'

const secrets = [
  'password',
  'currentPassword',
  'newPassword',
  'token',
  'captcha',
  'secret',
  'cookie',
  'Cookie',
  'set-cookie',
  'Set-Cookie',
  'authorization',
  'Authorization',
]

/** A dot would be a step into an object. */
const fieldsAt = (depth: number) =>
  secrets.map((name) => `${'*.'.repeat(depth)}["${name}"]`.replace('.[', '['))

/** What must not stand in a log is blacked out even where somebody logs what they should not have, four levels deep. */
export const logOptions: pino.LoggerOptions = {
  name: 'gatehouse',
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: [0, 1, 2, 3].flatMap(fieldsAt), censor: '[redacted]' },
}

/** One JSON line per event on standard output. Callers pass what `describeError` left, never raw input. */
export const logger = pino(logOptions)
