import { closeDatabase } from './client'

/** For a process that stops. Apart from the client, which runs statements and so belongs to the data layer alone. */
export function endConnections(): Promise<void> {
  return closeDatabase()
}
