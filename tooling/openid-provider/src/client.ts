/** The only client that the provider knows. Any redirect URI on this machine is accepted. */
export const client = { id: 'gatehouse', secret: 'local-provider-secret-not-for-production' } as const

/** The parts of the server that act as different providers. */
export const realms = ['oidc', 'google', 'github'] as const

export type Realm = (typeof realms)[number]

/** The app's settings that make one server all three providers. */
export function settingsFor(url: string): Record<string, string> {
  return {
    OIDC_ISSUER: `${url}/oidc`,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'Local provider',
    GOOGLE_ISSUER: `${url}/google`,
    GOOGLE_CLIENT_ID: client.id,
    GOOGLE_CLIENT_SECRET: client.secret,
    GITHUB_URL: `${url}/github`,
    GITHUB_CLIENT_ID: client.id,
    GITHUB_CLIENT_SECRET: client.secret,
  }
}
