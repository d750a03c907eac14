import type { Ledger } from './ledger'
import type { Person } from './people'
import { post } from './post'
import type { Seen } from './reply'

/** Opens a person's task list, and says what they saw. */
export async function open(url: string, { organization, cookie }: Person, ledger: Ledger): Promise<Seen> {
  const headers = { Accept: 'text/html', Cookie: cookie }
  const { seen, milliseconds } = await post(url, { method: 'GET', path: `/${organization}/tasks`, headers })
  ledger.note(seen, milliseconds)
  return seen
}
