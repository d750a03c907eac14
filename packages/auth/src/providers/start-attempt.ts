import 'server-only'
import * as openid from 'openid-client'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { CredentialsError } from '../session/credentials-error'
import { type Attempt, beginAttempt, currentAttempt } from './attempt'
import { callbackUrl, clientOf } from './client'
import { nameOf } from './providers'

/**
 * Prepares this browser for a visit to a provider.
 * @throws CredentialsError PROVIDER_UNAVAILABLE
 */
export async function startAttempt(attempt: Omit<Attempt, 'startedAt'>): Promise<void> {
  try {
    await clientOf(attempt.provider)
  } catch (error) {
    logger.warn({ provider: attempt.provider, error: describeError(error) }, 'provider could not be used')
    throw new CredentialsError('PROVIDER_UNAVAILABLE')
  }
  await beginAttempt(attempt)
}

/** Returns the provider's name and the URL to visit there, or undefined if this browser has no open attempt. */
export async function providerVisit(): Promise<{ name: string; url: string } | undefined> {
  const current = await currentAttempt()
  if (!current) return undefined
  const { attempt, proofs } = current
  const { provider, purpose } = attempt
  const parameters = {
    redirect_uri: callbackUrl(provider).href,
    scope: provider === 'github' ? 'user:email' : 'openid email profile',
    state: proofs.state,
    code_challenge: await openid.calculatePKCECodeChallenge(proofs.codeVerifier),
    code_challenge_method: 'S256',
    ...(provider !== 'github' && { nonce: proofs.nonce }),
    ...(purpose === 'confirm' && promptOf(provider)),
  }
  const url = openid.buildAuthorizationUrl(await clientOf(provider), parameters)
  return { name: nameOf(provider), url: url.href }
}

/**
 * An old sign-in at the provider is not enough to confirm an identity, so the user has to sign in there again. GitHub and
 * Google don't support asking for this.
 */
function promptOf(provider: Attempt['provider']): Record<string, string> {
  return provider === 'oidc' ? { prompt: 'login', max_age: '0' } : { prompt: 'select_account' }
}
