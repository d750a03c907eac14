import 'server-only'

import { answers } from '@/lib/request/answer'

/**
 * Returns a value that no two responses may share, such as a token that works once. When the page comes from the cache,
 * `make` is called again for each response.
 * @param make returns text that JSON and HTML don't escape
 */
export function freshValue(make: () => string): string {
  const value = make()
  answers.getStore()?.fresh.push({ value, make })
  return value
}
