/** The path of the page where people without a password confirm their identity. `next` is checked when it is used. */
export function confirmPath(query: { next?: string; problem?: string } = {}): string {
  const parameters = new URLSearchParams(query)
  return parameters.size > 0 ? `/account/security/confirm?${parameters}` : '/account/security/confirm'
}
