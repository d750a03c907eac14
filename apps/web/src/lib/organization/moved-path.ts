/**
 * The path under the current slug, with the rest of the path and the query.
 * @param path from the proxy; a path outside the former slug gives the organization's home
 */
export function movedPath(path: string | null, former: string, current: string): string {
  const rest = path?.startsWith(`/${former}`) ? path.slice(former.length + 1) : ''
  // Anything else after the slug makes it a longer slug.
  return rest.startsWith('/') || rest.startsWith('?') ? `/${current}${rest}` : `/${current}`
}
