import 'server-only'
import { env } from '@kit/env'

/** What authenticators bind passkeys to: this app's host, and the origin that may use them. */
export function relyingParty(): { id: string; name: string; origin: string } {
  const { hostname, origin } = new URL(env().APP_URL)
  return { id: hostname, name: 'Gatehouse', origin }
}

/** Returns the user handle that an authenticator stores, in base64url. */
export const userHandleOf = (userId: string) => Buffer.from(userId).toString('base64url')
