import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { root } from '@kit/launcher/paths'
import { cleanEnvironment } from '@kit/launcher/settings'
import { expect, test } from 'vitest'
import manifest from '../../../../package.json' with { type: 'json' }

const run = promisify(execFile)

// Doesn't use pnpm, which takes longer to start.
const [, ...script] = manifest.scripts['test:mutants'].split(' ')
test('--list prints an action’s protections with their locations', async () => {
  const args = [...script, '--list', 'createInvitationAction']
  const { stdout } = await run(process.execPath, args, { cwd: root, env: cleanEnvironment() })
  const lines = stdout.trim().split('\n')
  expect(lines.length).toBeGreaterThan(30)
  for (const line of lines) expect(line).toMatch(/^[\w./[\]-]+\.ts:\d+:\d+ .* · .*createInvitationAction/)
})
