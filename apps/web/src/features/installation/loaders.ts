import 'server-only'

import { readInstallation } from '@kit/db/installation/settings'
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

// On globalThis, because Next loads this module again for each route.
const shared: typeof globalThis & { gatehouseBanner?: { text: string; readAt: number } } = globalThis
shared.gatehouseBanner ??= { text: '', readAt: 0 }
const known = shared.gatehouseBanner

/**
 * The text that every page shows, at most a few seconds old; empty if there is none. Pages never wait for it: it is read in the
 * background, so they load even when the database is down.
 */
export function currentBanner(): string {
  if (Date.now() - known.readAt > KEPT) void refresh()
  return known.text
}

async function refresh(): Promise<void> {
  // Set first, so only one of many requests reads it.
  known.readAt = Date.now()
  try {
    known.text = (await readInstallation()).banner
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'the banner could not be read')
  }
}
