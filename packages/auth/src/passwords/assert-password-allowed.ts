import 'server-only'
import { CredentialsError } from '../session/credentials-error'
import { isLeaked } from './is-leaked'
import { leastPasswordScore, passwordBounds } from './password-bounds'
import { passwordScore } from './password-score'

/**
 * Checks a new password. Better Auth counts UTF-16 units, so its own bounds are wider.
 * @param about words that others know about the person, such as name and email
 * @throws CredentialsError PASSWORD_NOT_ALLOWED, PASSWORD_GUESSABLE, PASSWORD_LEAKED
 */
export async function assertPasswordAllowed(password: string, about: readonly string[]): Promise<void> {
  const { length } = [...password]
  if (length < passwordBounds.minLength || length > passwordBounds.maxLength)
    throw new CredentialsError('PASSWORD_NOT_ALLOWED')
  if ((await passwordScore(password, about)) < leastPasswordScore)
    throw new CredentialsError('PASSWORD_GUESSABLE')
  if (await isLeaked(password)) throw new CredentialsError('PASSWORD_LEAKED')
}
