import { spawnSync } from 'node:child_process'
import path from 'node:path'

import { inventorySchema, type Inventory } from 'action-audit/inventory'
import { repositoryDirectory } from '@kit/attacks/engine/arena'

/**
 * Audits the source, without a build, which may be older. The command is compiled once for each state of its source;
 * compiling that here would take longer than the audit.
 */
export function auditOfSource(): Inventory {
  const command = path.join(repositoryDirectory, 'proof/action-audit/bin/action-audit.js')
  const { stdout, stderr } = spawnSync(process.execPath, [command, '--json', '--without-build'], {
    cwd: repositoryDirectory,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  if (stdout === '') throw new Error(stderr)
  return inventorySchema.parse(JSON.parse(stdout))
}
