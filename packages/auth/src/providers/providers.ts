import 'server-only'
import { env } from '@kit/env'
import { type ProviderId, providerIds } from './provider-ids'

/** A provider as the UI shows it. */
export interface Provider {
  id: ProviderId
  name: string
}

export interface ProviderKeys {
  issuer: string
  clientId: string
  clientSecret: string
}

/** Returns what identifies the app to a provider, or undefined if its settings are not filled in. */
export function keysOf(id: ProviderId): ProviderKeys | undefined {
  const settings = env()
  const { issuer, clientId, clientSecret } = {
    github: {
      issuer: `${settings.GITHUB_URL}/login/oauth`,
      clientId: settings.GITHUB_CLIENT_ID,
      clientSecret: settings.GITHUB_CLIENT_SECRET,
    },
    google: {
      issuer: settings.GOOGLE_ISSUER,
      clientId: settings.GOOGLE_CLIENT_ID,
      clientSecret: settings.GOOGLE_CLIENT_SECRET,
    },
    oidc: {
      issuer: settings.OIDC_ISSUER,
      clientId: settings.OIDC_CLIENT_ID,
      clientSecret: settings.OIDC_CLIENT_SECRET,
    },
  }[id]
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined
}

export function nameOf(id: ProviderId): string {
  return { github: 'GitHub', google: 'Google', oidc: env().OIDC_NAME }[id]
}

/** Returns the providers whose settings are filled in. */
export function enabledProviders(): Provider[] {
  return providerIds.filter((id) => keysOf(id)).map((id) => ({ id, name: nameOf(id) }))
}
