/** The lab URL of an endpoint or one of its attacks. */
export function attackHref(endpoint: string, attack?: string): string {
  const query = new URLSearchParams({ endpoint, ...(attack !== undefined && { attack }) })
  // On a phone the attack is below the list.
  return `/lab/attack?${query}${attack === undefined ? '' : '#attack'}`
}
