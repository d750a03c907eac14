import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../repository/paths'
import { isGroupAlive } from '@kit/server/process-table'
import { until } from './until'

let folder: string
let running: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launch-'))
})

afterEach(() => {
  running?.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** Starts a launcher command that runs a shell with a grandchild, and then `last`. */
function command(last: string, wrap: (script: string) => [string, string[]] = plain) {
  const script = join(folder, 'command.mts')
  writeFileSync(
    script,
    `import { existsSync } from 'node:fs'
     import { launch } from '${root}/tooling/launcher/src/process/launch.ts'
     import { startGroup } from '${root}/tooling/launcher/src/process/group.ts'
     import { Refusal } from '${root}/packages/server/src/refusal.ts'
     await launch(async (scope) => {
       await scope.acquire(() => 0, () => process.stdout.write('last words\\n'))
       const options = { cwd: '/', env: process.env }
       const group = await scope.acquire(
         () => startGroup('sh', ['-c', 'sleep 300 & echo group $$; : > ${folder}/up; wait'], options),
         (started) => started.stop())
       while (!existsSync('${folder}/up')) await new Promise((resolve) => setTimeout(resolve, 10))
       ${last}
       return group.exited
     }, (signal) => { process.stdout.write(signal + '\\n'); return 7 })`,
  )
  // Two pipes would lose the order in which it printed.
  const onePipe = ['-c', 'exec "$@" 2>&1', 'sh', ...wrap(script).flat()]
  const child = spawn('sh', onePipe, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  running = child
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  return {
    child,
    output: () => output,
    closed: new Promise<number | null>((resolve) => child.once('close', resolve)),
    group: () => until(() => Number(/group (\d+)/.exec(output)?.[1])),
  }
}

function plain(script: string): [string, string[]] {
  return [process.execPath, ['--import', 'tsx', script]]
}

const gone = (group: number) => until(() => !isGroupAlive(group))

describe('launch', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'on %s, ends what it started, then itself',
    async (name) => {
      const { child, output, closed, group } = command('')
      const pid = await group()
      child.kill(name)
      await expect(closed).resolves.toBe(7)
      expect(isGroupAlive(pid)).toBe(false)
      expect(output()).toContain(`${name}\nlast words\n`)
    },
  )

  it('ends with the exit code of its work', async () => {
    const { closed, group } = command('return 3')
    const pid = await group()
    await expect(closed).resolves.toBe(3)
    expect(isGroupAlive(pid)).toBe(false)
  })

  it('prints a refusal in one line', async () => {
    const { output, closed } = command(`throw new Refusal('Port 1 is in use.')`)
    await expect(closed).resolves.toBe(1)
    expect(output()).toMatch(/^group \d+\nPort 1 is in use\.\nlast words\n$/)
  })

  it.each(['setTimeout(() => { throw new Error("Oh.") })', 'void Promise.reject(new Error("Oh."))'])(
    'ends everything after %s',
    async (fault) => {
      const { output, closed, group } = command(fault)
      const pid = await group()
      await expect(closed).resolves.toBe(1)
      expect(isGroupAlive(pid)).toBe(false)
      expect(output()).toMatch(/Error: Oh\.\n[^]*last words\n$/)
    },
  )

  it('leaves nothing behind when it is killed', async () => {
    const { child, group } = command('')
    const pid = await group()
    child.kill('SIGKILL')
    await expect(gone(pid)).resolves.toBe(true)
  })

  it('ends when the npx that started it through shells is killed', async () => {
    // Only the name matters; like npx and pnpm, it passes its arguments to a shell.
    const npx = join(folder, 'npx')
    writeFileSync(
      npx,
      `require('node:child_process').spawn('sh', ['-c', process.argv[2] + '; exit'], { stdio: 'inherit' })`,
    )
    const { child, output, closed, group } = command('', (script) => [
      process.execPath,
      [npx, [process.execPath, '--import', 'tsx', script].join(' ')],
    ])
    const pid = await group()
    child.kill('SIGKILL')
    await expect(gone(pid)).resolves.toBe(true)
    await closed
    expect(output()).toMatch(/last words\n$/)
  })
})
