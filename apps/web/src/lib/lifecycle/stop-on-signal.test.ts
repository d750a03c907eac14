import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'

const script = path.join(import.meta.dirname, 'testing/slow-server.ts')

let child: ChildProcess | undefined

afterEach(() => void child?.kill('SIGKILL'))

async function start(deadline: number) {
  const started = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, STOP_DEADLINE: String(deadline) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  const lines: string[] = []
  const output = createInterface({ input: started.stdout })
  output.on('line', (line) => lines.push(line))
  const [port] = await once(output, 'line')
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
  return { started, lines, get, exit: once(started, 'exit') }
}

test('SIGTERM fails readiness, finishes open requests, closes and exits with 0', async () => {
  const { started, lines, get, exit } = await start(60_000)
  const slow = await get('/slow')
  expect(await (await get('/')).text()).toBe('ready')
  started.kill('SIGTERM')
  // Another signal changes nothing.
  started.kill('SIGTERM')
  let state = 'ready'
  while (state === 'ready') state = await (await get('/')).text()
  expect(state).toBe('stopping')
  expect(lines).not.toContain('closed')
  await get('/finish')
  expect(await slow.text()).toBe('begun finished')
  expect(await exit).toEqual([0, null])
  expect(lines).toContain('closed')
  await expect(get('/')).rejects.toThrow('fetch failed')
})

test('a request that does not end is cut off after the deadline', async () => {
  const { started, lines, get, exit } = await start(100)
  const slow = await get('/slow')
  started.kill('SIGINT')
  await expect(slow.text()).rejects.toThrow('terminated')
  expect(await exit).toEqual([0, null])
  expect(lines).toContain('closed')
})
