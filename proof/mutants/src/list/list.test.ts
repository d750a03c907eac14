import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { root } from '@kit/launcher/paths'
import { cleanEnvironment } from '@kit/launcher/settings'
import { expect, test } from 'vitest'
import manifest from '../../../../package.json' with { type: 'json' }

const run = promisify(execFile)

// Doesn't use pnpm, which takes longer to start.
const [, ...script] = manifest.scripts['test:mutants'].split(' ')
const command = (...options: string[]) =>
  run(process.execPath, [...script, ...options], { cwd: root, env: cleanEnvironment() })

test('--list prints an action’s protections with their locations', async () => {
  const { stdout } = await command('--list', 'createInvitationAction')
  const lines = stdout.trim().split('\n')
  expect(lines.length).toBeGreaterThan(30)
  for (const line of lines) expect(line).toMatch(/^[\w./[\]-]+\.ts:\d+:\d+ .* · .*createInvitationAction/)
})

test('reports a name that is neither an action nor a table', async () => {
  await expect(command('--list', 'noSuchAction')).rejects.toMatchObject({
    stderr: expect.stringContaining('There is no action "noSuchAction"'),
  })
})
