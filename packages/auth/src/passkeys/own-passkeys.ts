import 'server-only'
import { listPasskeys } from '@kit/db/passkeys/own'

/** A passkey on a page. Holds no key. */
export interface PasskeyDto {
  id: string
  name: string
  /** ISO timestamps. */
  since: string
  lastUsed: string | undefined
}

/** Returns the user's passkeys, the newest first. */
export async function ownPasskeys(userId: string): Promise<PasskeyDto[]> {
  const rows = await listPasskeys(userId)
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    since: createdAt.toISOString(),
    lastUsed: lastUsedAt?.toISOString(),
  }))
}
