import { redirectPath } from './redirect-path'

/** The page that asks for the code of a sign-in. `next` may come from anyone; only a path inside the app is kept. */
export function codePath(next: string | undefined, { backup = false }: { backup?: boolean } = {}): string {
  const target = redirectPath(next, '')
  const query = new URLSearchParams({ ...(target && { next: target }), ...(backup && { backup: '' }) })
  return query.size > 0 ? `/sign-in/code?${query}` : '/sign-in/code'
}
