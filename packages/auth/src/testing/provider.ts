import { approve, decline } from '@kit/openid-provider/approve'
import type { Person } from '@kit/openid-provider/person'
import type { Attempt } from '../providers/attempt'
import { finishAttempt, type ProviderOutcome } from '../providers/finish-attempt'
import { providerVisit, startAttempt } from '../providers/start-attempt'
import type { Browser } from './testing'

/** Starts an attempt in the browser. Returns the URL at the provider that the browser would visit. */
export async function visit(browser: Browser, attempt: Omit<Attempt, 'startedAt'>): Promise<string> {
  return browser.run(async () => {
    await startAttempt(attempt)
    const found = await providerVisit()
    if (!found) throw new Error('There is nothing to visit.')
    return found.url
  })
}

/** Brings the browser back from the provider. */
export async function comeBack(browser: Browser, callback: string): Promise<ProviderOutcome> {
  const { pathname, search } = new URL(callback)
  const provider = pathname.split('/').at(-1)
  if (provider !== 'github' && provider !== 'google' && provider !== 'oidc')
    throw new Error(`${callback} is no callback.`)
  return browser.run(() => finishAttempt(provider, search, 'r1'))
}

/** Goes to the provider, signs in there and comes back. */
export async function throughProvider(
  browser: Browser,
  person: Person | 'declines',
  attempt: Omit<Attempt, 'startedAt'> = { provider: 'oidc', purpose: 'sign-in' },
): Promise<ProviderOutcome> {
  const url = await visit(browser, attempt)
  return comeBack(browser, person === 'declines' ? await decline(url) : await approve(url, person))
}
