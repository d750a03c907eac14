import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { state } from '../repository/paths'

const file = join(state, 'database-url')

/** For a Next that starts beside the database: it answers nothing until `writeDatabaseUrl`. */
export const databaseSettings = { DATABASE_URL: '', DATABASE_URL_FILE: file, DATABASE_STARTING: 'yes' }

/** Readable by its owner only. Moved when complete, because Next reads it as soon as it exists. */
export function writeDatabaseUrl(url: string): void {
  const draft = `${file}-${process.pid}`
  mkdirSync(state, { recursive: true })
  writeFileSync(draft, url, { mode: 0o600 })
  renameSync(draft, file)
}

export function removeDatabaseUrl(): void {
  rmSync(file, { force: true })
}
