import 'server-only'
import { createHash } from 'node:crypto'
import { env } from '@kit/env'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'

/** Milliseconds. */
const DEADLINE = 2000

/**
 * Whether the password was in a data breach, by the service in PWNED_PASSWORDS_URL. Only five characters of its hash leave
 * the server, and the padded reply hides how many match (k-anonymity, by Pwned Passwords). False if the service is not
 * configured or doesn't answer: a sign-up must not depend on another company's server.
 */
export async function isLeaked(password: string): Promise<boolean> {
  const { PWNED_PASSWORDS_URL: url } = env()
  if (!url) return false
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase()
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/${hash.slice(0, 5)}`, {
      headers: { 'Add-Padding': 'true' },
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE),
    })
    if (!response.ok) throw new Error(`The service answered ${response.status}.`)
    const lines = (await response.text()).split('\n').map((line) => line.trim().split(':'))
    // Padding has a count of 0.
    return lines.some(([suffix, count]) => suffix === hash.slice(5) && Number(count) > 0)
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'password could not be checked for leaks')
    return false
  }
}
