import 'server-only'
import * as openid from 'openid-client'
import { z } from 'zod'
import type { ProviderAccount } from '@kit/db/sign-in/linked-accounts'
import type { Attempt, Proofs } from './attempt'
import { callbackUrl, clientOf } from './client'
import { githubProfile } from './github-profile'
import type { ProviderId } from './provider-ids'

/** The person who signed in at a provider. */
export interface Identity extends ProviderAccount {
  provider: ProviderId
  name: string | undefined
  email: string | undefined
  /** Whether the provider has verified the email. */
  emailVerified: boolean
  /** Seconds since 1970, if the provider says when they last authenticated there. */
  signedInAt: number | undefined
}

export interface Profile {
  subject: string
  name?: unknown
  email?: unknown
  emailVerified: unknown
  signedInAt?: unknown
}

const emailSchema = z.email().max(254).toLowerCase()

/** The longest subject that OpenID Connect allows. */
const SUBJECT_LENGTH = 255

/**
 * Exchanges the code of a callback for the identity. No token from the provider is kept.
 * @param search the callback's query
 * @throws Error when anything about the answer is invalid
 */
export async function identityOf({ provider }: Attempt, proofs: Proofs, search: string): Promise<Identity> {
  const client = await clientOf(provider)
  const isOpenid = provider !== 'github'
  const tokens = await openid.authorizationCodeGrant(client, callbackUrl(provider, search), {
    pkceCodeVerifier: proofs.codeVerifier,
    expectedState: proofs.state,
    ...(isOpenid && { expectedNonce: proofs.nonce, idTokenExpected: true }),
  })
  const profile = isOpenid
    ? await openidProfile(client, tokens)
    : await githubProfile(client, tokens.access_token)
  return identityFrom(provider, client.serverMetadata().issuer, profile)
}

type Tokens = Awaited<ReturnType<typeof openid.authorizationCodeGrant>>

async function openidProfile(client: openid.Configuration, tokens: Tokens): Promise<Profile> {
  const claims = tokens.claims()
  if (!claims) throw new Error('The provider sent no ID token.')
  // Not every provider repeats the profile in the token.
  const { name, email, email_verified } =
    claims.email === undefined && client.serverMetadata().userinfo_endpoint
      ? await openid.fetchUserInfo(client, tokens.access_token, claims.sub)
      : claims
  return {
    subject: claims.sub,
    name,
    email,
    emailVerified: email_verified,
    signedInAt: claims.auth_time,
  }
}

function identityFrom(provider: ProviderId, issuer: string, profile: Profile): Identity {
  const { subject, name, emailVerified, signedInAt } = profile
  if (!subject || subject.length > SUBJECT_LENGTH) throw new Error('The provider sent no usable subject.')
  const email = emailSchema.safeParse(profile.email).data
  return {
    provider,
    accountId: `${issuer} ${subject}`,
    name: typeof name === 'string' ? name : undefined,
    email,
    // Some providers send it as a string.
    emailVerified: email !== undefined && (emailVerified === true || emailVerified === 'true'),
    signedInAt: typeof signedInAt === 'number' ? signedInAt : undefined,
  }
}
