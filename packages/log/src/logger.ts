import pino from 'pino'

const secrets = [
  'password',
  'currentPassword',
  'newPassword',
  'reauthenticationPassword',
  'oneTimeCode',
  'reauthenticationCode',
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

/** Pino reads a dot as a path separator, so names are quoted in brackets. */
const pathsAtDepth = (depth: number) =>
  secrets.map((name) => `${'*.'.repeat(depth)}["${name}"]`.replace('.[', '['))

/** Redacts secrets up to four levels deep, in case someone logs input or headers by mistake. */
export const logOptions: pino.LoggerOptions = {
  name: 'gatehouse',
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: [0, 1, 2, 3].flatMap(pathsAtDepth), censor: '[redacted]' },
}

/** Writes one JSON line per event to standard output. Pass errors through `describeError`; never pass raw input. */
export const logger = pino(logOptions)
