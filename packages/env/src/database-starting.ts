import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 20

/** `pnpm dev` starts Next beside the database, and writes the file with the database's URL when the app may use it. */
export async function untilDatabaseIsReady(): Promise<void> {
  const { DATABASE_STARTING, DATABASE_URL_FILE, NODE_ENV } = process.env
  // In production, a missing file is an error and must not look like a slow start.
  if (NODE_ENV !== 'development' || !DATABASE_STARTING || !DATABASE_URL_FILE) return
  while (!existsSync(DATABASE_URL_FILE)) await sleep(POLL_MS)
}
