import { afterEach, expect, it } from 'vitest'
import { startGroup } from './group'
import type { ProcessGroup } from './group'
import { isGroupAlive } from '@kit/server/process-table'
import { until } from './until'

const started: ProcessGroup[] = []

afterEach(async () => {
  for (const group of started.splice(0)) await group.stop(0)
})

function shell(script: string) {
  let output = ''
  const onOutput = (text: string) => {
    output += text
  }
  const group = startGroup('sh', ['-c', script], { cwd: '/', env: process.env, onOutput })
  started.push(group)
  return {
    group,
    output: () => output,
    ready: () => until(() => output.includes('ready')),
  }
}

it('passes on what the child writes, and its exit code', async () => {
  const { group, output } = shell('echo out; echo err >&2; exit 5')
  await expect(group.exited).resolves.toBe(5)
  expect(output().split('\n').toSorted()).toEqual(['', 'err', 'out'])
})

it('does not wait for a grandchild that holds the output open', async () => {
  const { group } = shell('sleep 300 & exit 4')
  await expect(group.exited).resolves.toBe(4)
})

it('says that a program is missing', async () => {
  let output = ''
  const options = { cwd: '/', env: process.env, onOutput: (text: string) => (output += text) }
  const group = startGroup('no-such-program', [], options)
  await expect(group.exited).resolves.toBe(127)
  expect(output).toContain('not found')
  await group.stop()
})

it('ends grandchildren too', async () => {
  const { group, output, ready } = shell('sleep 300 & echo $$ ready; wait')
  await ready()
  const pid = Number.parseInt(output())
  expect(isGroupAlive(pid)).toBe(true)
  await group.stop()
  expect(isGroupAlive(pid)).toBe(false)
})

it('kills a child that ignores SIGTERM', async () => {
  const { group, ready } = shell(`trap '' TERM; echo ready; while true; do sleep 0.1; done`)
  await ready()
  await group.stop(200)
  await expect(group.exited).resolves.toBe(128)
})
