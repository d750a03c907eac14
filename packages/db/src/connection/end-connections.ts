import { closeDatabase } from './client'

/**
 * For a process that is stopping. Separate from the client, which runs statements, so only the data layer may import
 * it.
 */
export function endConnections(): Promise<void> {
  return closeDatabase()
}
