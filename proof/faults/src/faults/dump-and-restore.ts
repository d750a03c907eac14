import { join } from 'node:path'
import { connectOnce } from '@kit/db/connection/connect'
import { createBackupRole, rowCounts } from '@kit/db/testing/backup'
import { setting } from '@kit/server/settings'
import { execa } from 'execa'
import { startEmptyCluster } from '../postgres/empty-cluster'
import type { Fault } from '../engine/fault'
import { open } from '../load/open'
import { type PostgresTool, postgresTools } from '../postgres/postgres-tools'

/** docs/backup.md, step by step, with the real programs: a dump while people write, restored into a new cluster. */
export const dumpAndRestore: Fault = {
  name: 'dump-and-restore',
  rounds: 1,
  run: async (lab, ledger) => {
    const stage = await lab.stage()
    const { adminUrl } = stage.cluster
    const [version] = await connectOnce(
      adminUrl,
      (client) => client<{ major: number }[]>`
      SELECT current_setting('server_version_num')::int / 10000 AS major`,
    )
    const tools = await postgresTools(version?.major ?? 0)
    const run = (tool: PostgresTool, ...args: string[]) =>
      execa(join(tools, tool), args, { env: { PATH: setting('PATH'), LC_ALL: 'C' }, extendEnv: false })

    let app = await lab.app(stage)
    const load = lab.load(stage, app, ledger).start()
    await load.more(60)
    const folder = await lab.folder()
    const [dump, roles] = [join(folder, 'gatehouse.dump'), join(folder, 'roles.sql')]
    const backup = await createBackupRole(adminUrl)
    await run('pg_dump', '--format=custom', `--file=${dump}`, backup.url)
    await run(
      'pg_dumpall',
      '--roles-only',
      '--no-role-passwords',
      `--file=${roles}`,
      `--dbname=${backup.url}`,
    )
    await load.settle(adminUrl)
    await app.kill()
    await run('pg_dump', '--format=custom', `--file=${dump}`, backup.url)
    await backup.drop()

    const target = await lab.scope.acquire(startEmptyCluster, (made) => made.stop())
    // An error that the superuser exists is expected.
    await run('psql', '--quiet', `--file=${roles}`, target.url('postgres'))
    await connectOnce(target.url('postgres'), async (client) => {
      await client.unsafe("ALTER ROLE gatehouse PASSWORD 'restored'")
      await client.unsafe('CREATE DATABASE restored')
    })
    const restoredUrl = target.url('restored')
    await run('pg_restore', '--exit-on-error', `--dbname=${restoredUrl}`, dump)
    const [before, after] = [await rowCounts(adminUrl), await rowCounts(restoredUrl)]
    ledger.expect(JSON.stringify(before) === JSON.stringify(after), 'tables of the restored database differ')

    const appUrl = new URL(restoredUrl)
    appUrl.username = 'gatehouse'
    appUrl.password = 'restored'
    app = await lab.app(stage, { DATABASE_URL: appUrl.href })
    const [person] = stage.people
    if (person) {
      const seen = await open(app.url, person, ledger)
      ledger.expect(seen === 'page', `on the restored database, a page showed ${seen}`)
    }
    const again = lab.load(stage, app, ledger).start()
    await again.more(30)
    await again.settle(restoredUrl)
  },
}
