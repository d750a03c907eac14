import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { freePort } from '@kit/embedded-postgres/free-port'
import { until } from '../process/until'
import { listenLazily } from './lazy-control-group'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function startTarget(): Promise<{ port: number }> {
  const target = createServer((_, response) => response.end('vulnerable on purpose'))
  servers.push(target)
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
  return { port: (target.address() as AddressInfo).port }
}

const starts = { 'X-Start-Unguarded': 'yes' }

it('starts on the first request that asks for it, says what it does, and then answers', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  let go = () => {}
  const mayGo = new Promise<void>((resolve) => (go = resolve))
  let times = 0
  const server = await listenLazily(port, async (onStep) => {
    times += 1
    onStep('Adding its data…')
    await mayGo
    return startTarget()
  })
  servers.push(server)

  const before = await fetch(url)
  expect(before.status).toBe(503)
  expect(times).toBe(0)
  await fetch(url, { headers: starts })
  const during = await fetch(url, { headers: starts })
  expect(during.status).toBe(503)
  await expect(during.json()).resolves.toEqual({ starting: 'Adding its data…' })
  go()
  await until(async () => (await fetch(url)).status === 200)
  await expect(fetch(url).then((response) => response.text())).resolves.toBe('vulnerable on purpose')
  expect(times).toBe(1)
})

it('tries again after a failed start', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  let times = 0
  const server = await listenLazily(port, async () => {
    times += 1
    if (times === 1) throw new Error('No space left.')
    return startTarget()
  })
  servers.push(server)
  await until(async () => (await fetch(url, { headers: starts })).status === 200)
  expect(times).toBe(2)
})
