import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  assertMigrated,
  assertRestrictedRole,
  PendingMigrationsError,
  UnsafeRoleError,
} from '@kit/db/connection/role-check'
import { parseEnv } from '@kit/env'
import { launch } from '../process/launch'
import { startNext } from '../servers/next'
import { web } from '../repository/paths'
import { assertPortFree } from '../servers/ports'
import { firstLine, orRefuse, Refusal } from '../terminal/refusal'
import type { Scope } from '../process/scope'
import { childEnvironment, loadDotenv, portSetting, setting } from '../repository/settings'

/** `pnpm start`: runs the production build, if settings and database are fit for production. */
async function start(scope: Scope): Promise<number> {
  loadDotenv()
  const env = childEnvironment({ NODE_ENV: 'production' })
  const { DATABASE_URL } = await orRefuse(() => parseEnv(env))
  await demand(() => assertRestrictedRole(DATABASE_URL))
  await demand(() => assertMigrated(DATABASE_URL))
  if (!existsSync(join(web, '.next/BUILD_ID')))
    throw new Refusal('There is no production build. Run "pnpm build".')
  const port = portSetting('PORT', 3000)
  await assertPortFree(port, 'PORT')

  // Loopback by default: a proxy that terminates HTTPS belongs in front.
  const host = setting('HOST') ?? 'localhost'
  const next = await scope.acquire(
    () => startNext('start', { host, port, env }),
    (group) => group.stop(),
  )
  return next.exited
}

async function demand(check: () => Promise<void>): Promise<void> {
  try {
    await check()
  } catch (error) {
    const isVerdict = error instanceof UnsafeRoleError || error instanceof PendingMigrationsError
    throw new Refusal(isVerdict ? error.message : `DATABASE_URL: ${firstLine(error)}`)
  }
}

await launch(start, () => 0)
