import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  assertMigrated,
  assertRestrictedRole,
  PendingMigrationsError,
  UnsafeRoleError,
} from '@kit/db/connection/role-check'
import { parseEnv } from '@kit/env'
import { launch } from './launch'
import { startNext } from './next'
import { web } from './paths'
import { assertPortFree } from './ports'
import { firstLine, orRefuse, Refusal } from './refusal'
import type { Scope } from './scope'
import { childEnvironment, loadDotenv, portSetting, setting } from './settings'

/** `pnpm start`: the production build, once everything about it is fit for production. */
async function start(scope: Scope): Promise<number> {
  loadDotenv()
  const env = childEnvironment({ NODE_ENV: 'production' })
  const { DATABASE_URL } = await orRefuse(() => parseEnv(env))
  await demand(() => assertRestrictedRole(DATABASE_URL))
  await demand(() => assertMigrated(DATABASE_URL))
  if (!existsSync(join(web, '.next/BUILD_ID')))
    throw new Refusal('There is no production build; run "pnpm build".')
  const port = portSetting('PORT', 3000)
  await assertPortFree(port, 'PORT')

  // Not open to the network unless told so: a proxy that speaks https belongs before it.
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
