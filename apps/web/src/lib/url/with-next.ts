import { redirectPath } from './redirect-path'

/** Adds where to go after sign-in to the path of a page that asks for it. Keeps only a path inside the app. */
export function withNext(path: string, next: string | undefined): string {
  const target = redirectPath(next, '')
  return target ? `${path}?${new URLSearchParams({ next: target })}` : path
}
