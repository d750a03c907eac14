/**
 * The address that a page of an organization has under its current slug. The rest of the path and the query stay.
 * @param path as the proxy tells it; anything that is not below the former slug gives the organization's start
 */
export function movedPath(path: string | null, former: string, current: string): string {
  const rest = path?.startsWith(`/${former}`) ? path.slice(former.length + 1) : ''
  // Behind a slug begins the next segment or the query; a longer word is another slug.
  return rest.startsWith('/') || rest.startsWith('?') ? `/${current}${rest}` : `/${current}`
}
