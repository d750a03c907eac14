import { hkdfSync } from 'node:crypto'
import { settings, type Settings } from './env'
import { EnvError } from './env-error'

/**
 * Returns the key of a build, in base64. Next derives action IDs from it and encrypts captured values with it, so builds with
 * the same key keep the IDs of unchanged actions. Without NEXT_SERVER_ACTIONS_ENCRYPTION_KEY it is derived from
 * BETTER_AUTH_SECRET; the secret can't be computed from the key, which is readable in the build's files.
 * @throws EnvError when neither is set, or one is malformed
 */
export function actionKey(source: Settings): string {
  const given = read('NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', source)
  if (given) return given
  const secret = read('BETTER_AUTH_SECRET', source)
  if (!secret) {
    throw new EnvError(
      'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not set. Set it or BETTER_AUTH_SECRET, so action IDs stay the same across deploys.',
    )
  }
  return actionKeyFrom(secret)
}

/** Returns the key of builds made with this secret alone. */
export function actionKeyFrom(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'gatehouse server actions', 32)).toString('base64')
}

function read(
  name: 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY' | 'BETTER_AUTH_SECRET',
  source: Settings,
): string | undefined {
  // An empty value in a .env file means "not set".
  if (!source[name]) return undefined
  const { data, error } = settings.shape[name].safeParse(source[name])
  if (error) throw new EnvError(`${name} is not valid: ${error.issues[0]?.message}.`)
  return data
}
