/** The page on which people turn two-factor authentication on and off. `by` is what requires it. */
export function twoFactorPath(by?: 'organization' | 'admin'): string {
  const path = '/account/security/two-factor'
  return by ? `${path}?required=${by}` : path
}
