import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { env } from '@kit/env'

/** Seconds in which the browser that signed up needs no password to finish. */
export const SIGN_UP_LIFETIME = 24 * 60 * 60

const nameOf = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}gatehouse.sign_up`

/** The hash includes the purpose, so no other secret is found here. */
const identifierOf = (secret: string) => createHash('sha256').update(`sign-up:${secret}`).digest('base64url')

/**
 * Gives the browser a secret, whether or not the email had an account.
 * @returns the identifier to store the browser's new account under
 */
export async function beginInBrowser(email: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const secure = env().APP_URL.startsWith('https:')
  const jar = await cookies()
  jar.set(nameOf(secure), `${secret}.${email.toLowerCase()}`, {
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
    maxAge: SIGN_UP_LIFETIME,
  })
  return identifierOf(secret)
}

/** Returns the identifier, and the email that was typed: the browser's own claim, only to be shown there. */
export async function begunInBrowser(): Promise<{ identifier: string; email: string } | undefined> {
  const jar = await cookies()
  const value = jar.get(nameOf(env().APP_URL.startsWith('https:')))?.value ?? ''
  const [, secret, email] = /^([\w-]{43})\.([^\s@]{1,200}@[^\s@]{1,253})$/.exec(value) ?? []
  return secret && email ? { identifier: identifierOf(secret), email } : undefined
}

export async function forgetBegun(): Promise<void> {
  const jar = await cookies()
  const secure = env().APP_URL.startsWith('https:')
  jar.set(nameOf(secure), '', { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: 0 })
}
