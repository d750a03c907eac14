import 'server-only'
import * as openid from 'openid-client'
import { env } from '@kit/env'
import type { ProviderId } from './provider-ids'
import { keysOf, type ProviderKeys } from './providers'

/** Seconds for each request to a provider. */
const DEADLINE = 5

const clients = new Map<ProviderId, Promise<openid.Configuration>>()

/**
 * Returns the client of a provider, created once per process.
 * @throws Error when the provider is not set up or doesn't answer
 */
export async function clientOf(id: ProviderId): Promise<openid.Configuration> {
  const keys = keysOf(id)
  if (!keys) throw new Error(`${id} is not set up.`)
  const client = clients.get(id) ?? (id === 'github' ? github(keys) : discovered(keys))
  clients.set(id, client)
  try {
    return await client
  } catch (error) {
    // Removed, so the next call tries again.
    clients.delete(id)
    throw error
  }
}

/** Where the provider sends the browser back to. Each provider has its own URL, so none can answer for another. */
export function callbackUrl(id: ProviderId, search = ''): URL {
  return new URL(`/api/callback/${id}${search}`, env().APP_URL)
}

/** GitHub speaks OAuth without OpenID Connect, so there is nothing to discover. */
async function github({ issuer, clientId, clientSecret }: ProviderKeys): Promise<openid.Configuration> {
  const client = new openid.Configuration(
    { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/access_token` },
    clientId,
    clientSecret,
  )
  client.timeout = DEADLINE
  for (const allow of insecureIf(issuer)) allow(client)
  return client
}

function discovered({ issuer, clientId, clientSecret }: ProviderKeys): Promise<openid.Configuration> {
  return openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: DEADLINE,
    // By default the signature of an ID token that came over TLS is not checked.
    execute: [openid.enableNonRepudiationChecks, ...insecureIf(issuer)],
  })
}

/** The settings allow plain http on this machine only. */
const insecureIf = (issuer: string) => (issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [])
