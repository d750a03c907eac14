import { CredentialsError } from '../session/credentials-error'
import { passwordBounds } from './password-bounds'

/**
 * Better Auth counts UTF-16 units, so its own bounds are wider.
 * @throws CredentialsError PASSWORD_NOT_ALLOWED
 */
export function assertPasswordAllowed(password: string): void {
  const { length } = [...password]
  if (length < passwordBounds.minLength || length > passwordBounds.maxLength)
    throw new CredentialsError('PASSWORD_NOT_ALLOWED')
}
