import { readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { Refusal } from '@kit/server/refusal'
import { setting } from '@kit/server/settings'
import { execa } from 'execa'
import { debianPostgres } from './debian-postgres'

export type PostgresTool = 'pg_dump' | 'pg_dumpall' | 'pg_restore' | 'psql'

/** The folders where the programs of Postgres may be; Debian keeps one for each version. */
async function folders(): Promise<string[]> {
  const debian = '/usr/lib/postgresql'
  const versions = await readdir(debian).catch(() => [])
  return [
    ...(setting('PATH') ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ]
}

/**
 * Returns the folder with Postgres programs that can dump a server of this major version.
 * @param unpacked fetches them if none are installed
 * @throws with one line that says what to install
 */
export async function postgresTools(major: number, unpacked = debianPostgres): Promise<string> {
  const found: number[] = []
  for (const folder of await folders()) {
    const { stdout = '' } = await execa(join(folder, 'pg_dump'), ['--version'], { reject: false })
    const version = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1] ?? 0)
    if (version >= major) return folder
    if (version > 0) found.push(version)
  }
  const newer = await unpacked(major)
  if (newer !== undefined) return newer
  const others = found.length > 0 ? ` (found: ${[...new Set(found)].join(', ')})` : ''
  throw new Refusal(
    `This needs pg_dump ${major} or later${others}. Install postgresql-client-${major}; PostgreSQL's own apt repository has it.`,
  )
}
