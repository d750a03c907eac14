import 'server-only'

import { type InstallationSettings, readInstallation } from '@kit/db/installation/settings'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { requireAdmin } from '@/lib/request/require-admin'

/** The settings, for super-admins. */
export async function loadInstallation() {
  await requireAdmin('installation.change')
  return readInstallation()
}

/** Milliseconds. */
const KEPT = 5000

/** Until the settings have been read. Pages then offer forms that the actions may refuse. */
const unread: InstallationSettings = {
  signUp: 'open',
  signUpDomains: '',
  organizationCreators: 'everyone',
  banner: '',
}

// On globalThis, because Next loads this module again for each route.
const shared: typeof globalThis & {
  gatehouseInstallation?: { settings: InstallationSettings; readAt: number }
} = globalThis
shared.gatehouseInstallation ??= { settings: unread, readAt: 0 }
const known = shared.gatehouseInstallation

/**
 * The settings that pages show, at most a few seconds old. Pages never wait for them: they are read in the background, so pages
 * load even when the database is down. Never decide with them.
 */
export function currentInstallation(): InstallationSettings {
  if (Date.now() - known.readAt > KEPT) void refresh()
  return known.settings
}

/** Whether to offer someone to create an organization. The database decides. */
export function offersOrganizations({ role }: { role: string }): boolean {
  return currentInstallation().organizationCreators === 'everyone' || role === 'super-admin'
}

async function refresh(): Promise<void> {
  // Set first, so only one of many requests reads them.
  known.readAt = Date.now()
  try {
    known.settings = await readInstallation()
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'the settings of the site could not be read')
  }
}
