/** Providers that people can sign in with, if their settings are filled in. */
export const providerIds = ['github', 'google', 'oidc'] as const

export type ProviderId = (typeof providerIds)[number]

export function isProviderId(text: string): text is ProviderId {
  return providerIds.some((id) => id === text)
}
