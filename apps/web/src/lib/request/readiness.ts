import { env } from '@kit/env'
import { untilDatabaseIsReady } from '@kit/env/database-starting'
import { assertMigrated, assertRestrictedRole } from '@kit/db/connection/role-check'

/** Exits with one line if production isn't safe to run. Development checks only its settings, once its database is ready. */
export async function assertReady(): Promise<void> {
  try {
    await untilDatabaseIsReady()
    const { NODE_ENV, DATABASE_URL } = env()
    if (NODE_ENV !== 'production') return
    await assertRestrictedRole(DATABASE_URL)
    await assertMigrated(DATABASE_URL)
  } catch (error) {
    process.stderr.write(`Gatehouse can't start: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
