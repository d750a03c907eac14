import { leaksIn } from '../http/leaks'
import { repositoryDirectory, type Arena } from './arena'
import { foreignTo } from './secrets'
import type { RawResponse } from '../http/raw-http'
import type { Caller } from './caller'

export const cookieOf = ({ cookie }: Caller): Record<string, string> =>
  cookie ? { Cookie: cookie.cookie } : {}

/** Returns what a page leaks. Values in its own URL don't count. */
export function leaksOnPage(
  arena: Arena,
  caller: Caller,
  path: string,
  { headers, body }: RawResponse,
  foreign = foreignTo(arena, caller),
): string[] {
  return leaksIn([JSON.stringify(headers), body].join('\n'), {
    columnNames: arena.database.columnNames,
    passwords: [],
    foreign: foreign.filter((secret) => !path.includes(secret)),
    directory: repositoryDirectory,
    development: arena.development,
  })
}
