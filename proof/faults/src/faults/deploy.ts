import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshCopy } from '@kit/launcher/fresh-copy'
import { pnpmCommand } from '@kit/launcher/pnpm-command'
import { cleanEnvironment } from '@kit/launcher/settings'
import { execa } from 'execa'
import { startApp } from '../engine/app'
import { startBalancer } from '../load/balancer'
import { build } from '../engine/ensure-build'
import type { Fault } from '../engine/fault'

/** A deploy of another build with another migration behind a proxy, and the rollback: people with open pages go on writing. */
export const deploy: Fault = {
  name: 'deploy',
  rounds: 1,
  run: async (lab, ledger, rounds) => {
    const copy = await lab.scope.acquire(freshCopy, (made) => made.remove())
    const page = join(copy.folder, 'apps/web/src/app/layout.tsx')
    writeFileSync(page, readFileSync(page, 'utf8').replace('Skip to content', 'Skip to the content'))
    addMigration(copy.folder)
    const [program, args] = pnpmCommand('install', '--prod', '--frozen-lockfile', '--prefer-offline')
    const env = cleanEnvironment({ CI: 'true', pnpm_config_verify_deps_before_run: 'false' })
    await execa(program, args, { cwd: copy.folder, env, extendEnv: false })
    await build(lab.scope, copy.folder)

    const stage = await lab.stage()
    const balancer = await lab.scope.acquire(startBalancer, (started) => started.stop())
    const settings = { ...stage.settings, APP_URL: balancer.url }
    const start = async (folder?: string) => {
      const app = await lab.scope.acquire(
        () => startApp(settings, { folder }),
        (started) => started.kill(),
      )
      balancer.targets.push(app.url)
      return app
    }
    let current = await start()
    // Their pages, and so their action IDs, are from the first build.
    const load = lab.load(stage, balancer, ledger).start()
    // The old build goes on with the new schema, before the new one starts and after a rollback.
    await load.more(60)
    await execa(process.execPath, ['--import', 'tsx', 'packages/server/src/migrate.ts'], {
      cwd: copy.folder,
      env: cleanEnvironment({ ...settings, DATABASE_MIGRATION_URL: stage.cluster.adminUrl }),
      extendEnv: false,
    })
    for (let round = 0; round < 2 * rounds; round += 1) {
      await load.more(60)
      const next = await start(round % 2 === 0 ? copy.folder : undefined)
      ledger.expect((await current.stop()) === 0, 'the exit code is not 0')
      balancer.targets.splice(balancer.targets.indexOf(current.url), 1)
      current = next
    }
    await load.more(60)
    ledger.expect(!ledger.seen.has('unreachable'), 'a user lost a connection')
    await load.settle(stage.cluster.adminUrl)
  },
}

/** What a new version may do to a table while the old one runs: docs/going-live.md. */
function addMigration(folder: string): void {
  const drizzle = join(folder, 'packages/db/drizzle')
  const tag = '9999_deploy'
  writeFileSync(
    join(drizzle, `${tag}.sql`),
    "ALTER TABLE task ADD COLUMN estimate smallint;--> statement-breakpoint\nALTER TABLE session ADD COLUMN device text DEFAULT '';\n",
  )
  const file = join(drizzle, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { idx: number; when: number }[] }
  const last = journal.entries.at(-1)
  const entry = {
    idx: (last?.idx ?? 0) + 1,
    version: '7',
    when: (last?.when ?? 0) + 1,
    tag,
    breakpoints: true,
  }
  writeFileSync(file, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }))
}
