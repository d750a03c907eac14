import type { Answer } from './reply'

/** A part that stands between a call and a row, and where it is written. */
export interface Layer {
  name: string
  file: string
}

const gate = (name: string, file: string): Layer => ({ name, file: `packages/action-middleware/src/${file}` })

const framework: Layer = { name: 'Next.js, before any code of the app', file: 'next' }

const session = gate('The session: nobody is signed in', 'clients/authenticated-action-client.ts')
const captcha = gate('The captcha', 'middleware/with-captcha.ts')

/** Which part speaks in which code. */
const byCode: Readonly<Record<string, Layer>> = {
  FOREIGN_ORIGIN: gate('The origin: another site made this call', 'chain/same-origin.ts'),
  UNAUTHORIZED: session,
  NOT_FOUND: gate(
    'Membership and tenant: for this caller it does not exist',
    'clients/organization-action-client.ts',
  ),
  CONFLICT: gate('The database: it does not fit what is there', 'clients/organization-action-client.ts'),
  RATE_LIMITED: gate('The rate limit', 'middleware/with-rate-limit.ts'),
  UNAVAILABLE: gate('The rate limit, which cannot count at the moment', 'middleware/with-rate-limit.ts'),
  CAPTCHA_REQUIRED: captcha,
  CAPTCHA_FAILED: captcha,
  FRESH_SESSION_REQUIRED: gate(
    'The fresh session: the password was given too long ago',
    'middleware/with-fresh-session.ts',
  ),
  INVALID_CREDENTIALS: { name: 'The password', file: 'packages/auth/src/library/auth.ts' },
  INVALID_TOKEN: { name: 'The link: it is none that was mailed', file: 'packages/auth/src/library/auth.ts' },
}

/**
 * What ended a call that was answered so; undefined when nothing did.
 * @param actions the file of the endpoint: its chain is written there, and its schema beside it
 */
export function layerOf(answer: Answer, actions: string): Layer | undefined {
  // Several steps of a chain speak in this code: a permission, a rank, a rule on what is named.
  if (answer.kind === 'error' && answer.code === 'FORBIDDEN')
    return { name: 'Role, permission or ownership, in the chain of the action', file: actions }
  if (answer.kind === 'error')
    return byCode[answer.code] ?? gate('The action itself', 'errors/action-error.ts')
  if (answer.kind === 'invalid')
    return { name: 'The input schema', file: actions.replace(/actions\.ts$/, 'schema.ts') }
  if (answer.kind === 'data' || answer.kind === 'redirect') return undefined
  return framework
}
