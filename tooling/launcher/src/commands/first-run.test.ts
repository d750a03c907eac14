import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCopy } from '../repository/fresh-copy'
import type { FreshCopy } from '../repository/fresh-copy'
import { pnpmCommand } from '../process/pnpm-command'
import { freePort } from '@kit/embedded-postgres/free-port'
import { assertPortFree } from '@kit/server/ports'
import { startGroup } from '../process/group'
import type { ProcessGroup } from '../process/group'
import { readProcess } from '@kit/server/process-table'
import { until } from '../process/until'
import { cleanEnvironment } from '../repository/settings'

let clone: string
let copy: FreshCopy

beforeAll(() => {
  copy = freshCopy()
  clone = copy.folder
})

const groups: ProcessGroup[] = []

afterAll(async () => {
  for (const group of groups) await group.stop()
  copy.remove()
})

async function startDev(...[command, args]: [string, string[]]) {
  const ports = { app: await freePort(), mailbox: await freePort(), provider: await freePort() }
  const settings = {
    PORT: String(ports.app),
    MAILBOX_PORT: String(ports.mailbox),
    PROVIDER_PORT: String(ports.provider),
  }
  // The pnpm that runs the tests tells its children that dependencies are installed; in the clone they are not.
  const env = { ...cleanEnvironment(settings), pnpm_config_verify_deps_before_run: undefined }
  let output = ''
  const onOutput = (text: string) => {
    output += text
  }
  const group = startGroup(command, args, { cwd: clone, env, onOutput })
  groups.push(group)
  const ready = until(() => output.includes('Ctrl-C stops everything'))
  await Promise.race([ready, group.exited])
  expect(output).toContain('Ctrl-C stops everything')
  return {
    ports,
    output,
    /** Like Ctrl-C in a terminal: the whole group gets the signal. */
    interrupt: () => {
      process.kill(-(group.pid ?? 0), 'SIGINT')
      return group.exited
    },
  }
}

function postgresPid(): number {
  const [line = ''] = readFileSync(join(clone, '.gatehouse/postgres/data/postmaster.pid'), 'utf8').split('\n')
  return Number(line)
}

async function expectNothingLeft(
  ports: { app: number; mailbox: number; provider: number },
  postgres: number,
): Promise<void> {
  // npx and pnpm end a moment before the command they run.
  for (const name of ['dev.json', 'database-url'])
    await until(() => !existsSync(join(clone, '.gatehouse', name)))
  await until(() => !existsSync(join(clone, '.gatehouse/postgres/data/postmaster.pid')))
  await assertPortFree(ports.app, 'PORT')
  await assertPortFree(ports.mailbox, 'MAILBOX_PORT')
  await assertPortFree(ports.provider, 'PROVIDER_PORT')
  // It removes its file a moment before it ends.
  await until(() => !readProcess(postgres))
}

it('a fresh clone starts, stops, and starts again with its data', { timeout: 900_000 }, async () => {
  const first = await startDev(...pnpmCommand('dev'))
  expect(first.output).toContain(`http://localhost:${first.ports.app}`)
  expect(first.output).toContain(`http://127.0.0.1:${first.ports.mailbox}`)
  expect(first.output).toContain('owner@acme.test')
  expect(first.output).toContain('open-the-gate-2026')
  expect(first.output).not.toContain('already there')
  for (const name of ['dev.json', 'database-url'])
    expect(statSync(join(clone, '.gatehouse', name)).mode & 0o777).toBe(0o600)
  const landing = await fetch(`http://localhost:${first.ports.app}/`)
  expect(landing.status).toBe(200)
  await expect(landing.text()).resolves.toContain('Gatehouse')
  await expect(fetch(`http://127.0.0.1:${first.ports.mailbox}/`)).resolves.toMatchObject({ status: 200 })
  const postgres = postgresPid()
  await first.interrupt()
  await expectNothingLeft(first.ports, postgres)

  const second = await startDev(process.execPath, ['--import', 'tsx', 'tooling/launcher/src/commands/dev.ts'])
  expect(second.output).toContain('already there')
  const again = postgresPid()
  await expect(second.interrupt()).resolves.toBe(0)
  await expectNothingLeft(second.ports, again)
})
