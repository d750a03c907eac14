/** Where the lab shows the attacks on an endpoint, or one of them. */
export function attackHref(endpoint: string, attack?: string): string {
  const query = new URLSearchParams({ endpoint, ...(attack !== undefined && { attack }) })
  // On a phone the attack stands below the list that it is chosen from.
  return `/lab/attack?${query}${attack === undefined ? '' : '#attack'}`
}
