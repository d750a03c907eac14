import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { inventorySchema } from '../inventory/inventory'
import type { Inventory } from '../inventory/inventory'

const command = join(import.meta.dirname, '../../bin/action-audit.js')

/** Only ends what hangs: a busy machine takes many times as long as a quiet one. In milliseconds. */
const LIMIT = 600_000

/**
 * Audits the source of this repository, without a build, which may be older. The command is compiled once for each state of
 * its source; compiling that in a test would take longer than the audit.
 */
export function auditOfSource(): Inventory {
  const { stdout, stderr, error } = spawnSync(process.execPath, [command, '--json', '--without-build'], {
    cwd: join(import.meta.dirname, '../../../..'),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    timeout: LIMIT,
  })
  if (error) throw error
  if (stdout === '') throw new Error(stderr)
  return inventorySchema.parse(JSON.parse(stdout))
}
