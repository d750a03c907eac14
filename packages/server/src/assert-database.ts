import {
  assertMigrated,
  assertRestrictedRole,
  PendingMigrationsError,
  UnsafeRoleError,
} from '@kit/db/connection/role-check'
import { firstLine, Refusal } from './refusal'

/** @throws Refusal unless the database answers, has every migration, and row-level security binds the role */
export async function assertDatabase(url: string): Promise<void> {
  try {
    await assertRestrictedRole(url)
    await assertMigrated(url)
  } catch (error) {
    const isVerdict = error instanceof UnsafeRoleError || error instanceof PendingMigrationsError
    throw new Refusal(isVerdict ? error.message : `DATABASE_URL: ${firstLine(error)}`)
  }
}
