import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort, isFree } from './free-port'

test('returns unique ports outside the ephemeral range', async () => {
  const ports = await Promise.all(Array.from({ length: 200 }, () => freePort()))
  expect(new Set(ports).size).toBe(200)
  for (const port of ports) expect(port).toBeLessThan(32_768)
})

test('a port is free unless it is in use', async () => {
  const port = await freePort()
  expect(await isFree(port)).toBe(true)
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  expect(await isFree(port)).toBe(false)
  server.close()
})
