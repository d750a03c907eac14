import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@kit/embedded-postgres/free-port'
import { afterEach, expect, it, vi } from 'vitest'
import { root, state } from './paths'
import { pnpmCommand } from './pnpm-command'
import { assertPortFree } from './ports'
import { startGroup } from './process-group'
import type { ProcessGroup } from './process-group'
import { runScript } from './script-run'
import { cleanEnvironment } from './settings'

const groups: ProcessGroup[] = []

afterEach(async () => {
  for (const group of groups.splice(0)) await group.stop()
})

it(
  'the control group starts for the lab, says what it is, and leaves nothing',
  { timeout: 120_000 },
  async () => {
    const port = (await freePort()) ?? 0
    let output = ''
    const [command, args] = pnpmCommand('dev:unguarded')
    const env = cleanEnvironment({ UNGUARDED_PORT: String(port) })
    const group = startGroup(command, args, { cwd: root, env, onOutput: (text) => (output += text) })
    groups.push(group)
    const ready = vi.waitUntil(() => output.includes('Ctrl-C stops it'), { timeout: 100_000, interval: 200 })
    await Promise.race([ready, group.exited])
    expect(output).toContain(`Vulnerable on purpose  http://127.0.0.1:${port}`)
    const page = await fetch(`http://127.0.0.1:${port}/`)
    await expect(page.text()).resolves.toContain('Vulnerable on purpose.')
    process.kill(-(group.pid ?? 0), 'SIGINT')
    await group.exited
    await vi.waitUntil(
      () =>
        assertPortFree(port, 'UNGUARDED_PORT').then(
          () => true,
          () => false,
        ),
      { timeout: 20_000 },
    )
    const postgres = join(state, 'unguarded/postgres')
    await vi.waitUntil(() => !existsSync(postgres) || readdirSync(postgres).length === 0, { timeout: 20_000 })
  },
)

it('but not in production', async () => {
  const command = ['--import', 'tsx', 'tooling/launcher/src/dev-unguarded.ts']
  const run = await runScript(process.execPath, command, root, cleanEnvironment({ NODE_ENV: 'production' }))
  expect(run.code).toBe(1)
  expect(`${run.stdout}${run.stderr}`).toContain('vulnerable on purpose')
})
