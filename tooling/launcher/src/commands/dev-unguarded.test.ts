import { execa } from 'execa'
import { expect, it } from 'vitest'
import { root } from '../repository/paths'
import { cleanEnvironment } from '../repository/settings'

it('refuses to start in production', async () => {
  const command = ['--import', 'tsx', 'tooling/launcher/src/commands/dev-unguarded.ts']
  const run = await execa(process.execPath, command, {
    cwd: root,
    env: cleanEnvironment({ NODE_ENV: 'production' }),
    extendEnv: false,
    reject: false,
    all: true,
  })
  expect(run.exitCode).toBe(1)
  expect(run.all).toContain('vulnerable on purpose')
})
