import { createServer } from 'node:net'
import { Refusal } from './refusal'

const loopback = ['127.0.0.1', '::1']

/** @throws Refusal when something listens on the port; it names the variable to change */
export async function assertPortFree(port: number, variable: string): Promise<void> {
  for (const host of loopback) {
    if (await isTaken(port, host))
      throw new Refusal(`Port ${port} is in use. Set ${variable} to another port.`)
  }
}

function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    // Any other error, such as a machine without IPv6, shows when the server itself starts.
    server.once('error', (error) => resolve('code' in error && error.code === 'EADDRINUSE'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)))
  })
}

/** @throws Refusal if HOST isn't an IP of this machine */
export async function assertOwnHost(host: string): Promise<void> {
  const error = await new Promise<Error | undefined>((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen({ port: 0, host, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
  if (error)
    throw new Refusal(
      `HOST: "${host}" is not an IP of this machine. Use localhost, or 0.0.0.0 for all interfaces.`,
    )
}
