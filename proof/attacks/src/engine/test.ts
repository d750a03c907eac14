import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { test as base } from '@playwright/test'

import { Arena, openServer, restoreEverything, snapshotEverything, type ArenaRecord } from './arena'
import { setUp } from './set-up'

/**
 * `test` with an arena. Playwright starts a new worker after a failure, which continues from the baseline on disk. At the
 * end the database is restored.
 */
export const test = base.extend<object, { arena: Arena }>({
  arena: [
    async ({}, use, { project, parallelIndex }) => {
      const server = await openServer()
      // The runner's process ID separates parallel runs.
      const file = path.join(project.outputDir, `arena-${process.ppid}-${parallelIndex}.json`)
      const record = readRecord(file) ?? (await setUp(server))
      mkdirSync(project.outputDir, { recursive: true })
      writeFileSync(file, JSON.stringify(record), { mode: 0o600 })
      const arena = new Arena(server.database, server.development, server.endpoints, record)
      await arena.restore(await arena.snapshot())
      await use(arena)
      await restoreEverything(server.database, record.initial, await snapshotEverything(server.database))
      await server.database.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

function readRecord(file: string): ArenaRecord | undefined {
  if (!existsSync(file)) return undefined
  const record: ArenaRecord = JSON.parse(readFileSync(file, 'utf8'))
  return record
}
