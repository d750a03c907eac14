import type { Answer } from './reply'

/** A guard and its file. */
export interface Layer {
  name: string
  file: string
}

const gate = (name: string, file: string): Layer => ({ name, file: `packages/action-middleware/src/${file}` })

const framework: Layer = { name: 'Next.js, before any app code', file: 'next' }

const session = gate('Session: not signed in', 'clients/authenticated-action-client.ts')
const captcha = gate('Captcha', 'middleware/with-captcha.ts')

/** The guard behind each error code. */
const byCode: Readonly<Record<string, Layer>> = {
  FOREIGN_ORIGIN: gate('Origin: cross-site request', 'chain/same-origin.ts'),
  UNAUTHORIZED: session,
  OTHER_USER: gate('Session: signed in as someone else', 'chain/assert-same-user.ts'),
  NOT_FOUND: gate('Membership: not found for this caller', 'clients/organization-action-client.ts'),
  CONFLICT: gate('Database: conflicts with existing data', 'clients/organization-action-client.ts'),
  RATE_LIMITED: gate('Rate limit', 'middleware/with-rate-limit.ts'),
  UNAVAILABLE: gate('Rate limit: unavailable', 'middleware/with-rate-limit.ts'),
  CAPTCHA_REQUIRED: captcha,
  CAPTCHA_FAILED: captcha,
  FRESH_SESSION_REQUIRED: gate(
    'Fresh session: password not confirmed recently',
    'middleware/with-fresh-session.ts',
  ),
  INVALID_CREDENTIALS: { name: 'Password check', file: 'packages/auth/src/library/auth.ts' },
  INVALID_TOKEN: { name: 'Link: invalid token', file: 'packages/auth/src/library/auth.ts' },
}

/**
 * The guard that gave this response. Undefined if nothing refused the call.
 * @param actions the endpoint's file, which has its chain
 */
export function layerOf(answer: Answer, actions: string): Layer | undefined {
  // Several guards use this code: permission, role and ownership.
  if (answer.kind === 'error' && answer.code === 'FORBIDDEN')
    return { name: forbiddenBy(answer.message), file: actions }
  if (answer.kind === 'error')
    return byCode[answer.code] ?? gate('The action itself', 'errors/action-error.ts')
  if (answer.kind === 'invalid')
    return { name: 'Input schema', file: actions.replace(/actions\.ts$/, 'schema.ts') }
  if (answer.kind === 'data' || answer.kind === 'redirect') return undefined
  return framework
}

function forbiddenBy(message: string): string {
  if (message.startsWith("You don't have permission")) return 'Permission'
  return message.startsWith('You need the') ? 'Role' : 'Rule about these rows'
}
