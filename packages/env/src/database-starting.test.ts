import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { untilDatabaseIsReady } from './database-starting'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-starting-'))
  file = join(folder, 'url')
  vi.stubEnv('NODE_ENV', 'development')
  vi.stubEnv('DATABASE_URL_FILE', file)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it('waits for the file that pnpm dev writes', async () => {
  vi.stubEnv('DATABASE_STARTING', 'yes')
  const events: string[] = []
  const waiting = untilDatabaseIsReady().then(() => events.push('ready'))
  await new Promise((resolve) => setTimeout(resolve, 60))
  events.push('written')
  writeFileSync(file, 'postgres://127.0.0.1/gatehouse')
  await waiting
  expect(events).toEqual(['written', 'ready'])
})

it('waits for nothing otherwise', async () => {
  await expect(untilDatabaseIsReady()).resolves.toBeUndefined()
})

it('waits for nothing in production', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  vi.stubEnv('DATABASE_STARTING', 'yes')
  await expect(untilDatabaseIsReady()).resolves.toBeUndefined()
})
