import { createServer } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import getPort from 'get-port'
import { assertOwnHost, assertPortFree } from './ports'
import { Refusal } from './refusal'

const servers: (() => void)[] = []

async function listen(host: string): Promise<number> {
  const server = createServer()
  const port = await getPort()
  await new Promise<void>((resolve) => {
    server.listen(port, host, resolve)
  })
  servers.push(() => server.close())
  return port
}

afterEach(() => {
  for (const close of servers.splice(0)) close()
})

it.each(['127.0.0.1', '0.0.0.0'])(
  'says in one line which variable to set when something listens on %s',
  async (host) => {
    const port = await listen(host)
    await expect(assertPortFree(port, 'PORT')).rejects.toThrow(
      new Refusal(`Port ${port} is in use. Set PORT to another port.`),
    )
  },
)

it('accepts a free port, and leaves it free', async () => {
  const port = await getPort()
  await expect(assertPortFree(port, 'PORT')).resolves.toBeUndefined()
  await expect(assertPortFree(port, 'PORT')).resolves.toBeUndefined()
})

it.each(['no-such-host.invalid', '203.0.113.7'])(
  'says in one line that %s is not an IP of this machine',
  async (host) => {
    await expect(assertOwnHost(host)).rejects.toThrow(
      new Refusal(
        `HOST: "${host}" is not an IP of this machine. Use localhost, or 0.0.0.0 for all interfaces.`,
      ),
    )
  },
)

it.each(['localhost', '127.0.0.1', '0.0.0.0'])('accepts %s', async (host) => {
  await expect(assertOwnHost(host)).resolves.toBeUndefined()
})
