import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { root, state } from '../repository/paths'
import { pnpmCommand } from '../process/pnpm-command'
import { freePort } from '@kit/embedded-postgres/free-port'
import { assertPortFree } from '@kit/server/ports'
import { startGroup } from '../process/group'
import type { ProcessGroup } from '../process/group'
import { until } from '../process/until'
import { cleanEnvironment } from '../repository/settings'

const groups: ProcessGroup[] = []

afterEach(async () => {
  for (const group of groups.splice(0)) await group.stop()
})

it('starts the control group, says what it is, and leaves nothing behind', { timeout: 900_000 }, async () => {
  const port = await freePort()
  let output = ''
  const [command, args] = pnpmCommand('dev:unguarded')
  const env = cleanEnvironment({ UNGUARDED_PORT: String(port) })
  const group = startGroup(command, args, { cwd: root, env, onOutput: (text) => (output += text) })
  groups.push(group)
  const ready = until(() => output.includes('Ctrl-C stops it'))
  await Promise.race([ready, group.exited])
  expect(output).toContain(`Vulnerable on purpose  http://127.0.0.1:${port}`)
  const page = await fetch(`http://127.0.0.1:${port}/`)
  await expect(page.text()).resolves.toContain('Vulnerable on purpose.')
  process.kill(-(group.pid ?? 0), 'SIGINT')
  await group.exited
  const isFree = () =>
    assertPortFree(port, 'UNGUARDED_PORT').then(
      () => true,
      () => false,
    )
  await until(isFree)
  const postgres = join(state, 'unguarded/postgres')
  await until(() => !existsSync(postgres) || readdirSync(postgres).length === 0)
})
