import { channel } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { root, unguarded } from './paths'
import { runScript } from './script-run'
import { cleanEnvironment } from './settings'

const guard = join(unguarded, 'src/loopback-only.ts')

const start = (more: NodeJS.ProcessEnv) =>
  runScript(
    process.execPath,
    [
      '--import',
      'tsx',
      '--eval',
      `import(${JSON.stringify(guard)}).then((guard) => guard.refuseDeployment())`,
    ],
    root,
    cleanEnvironment(more),
  )

it('the control group does not run as a production server', async () => {
  const run = await start({ NODE_ENV: 'production' })
  expect(run).toMatchObject({
    code: 1,
    stderr: 'This app is vulnerable on purpose and is not to be deployed.\n',
  })
})

it('but for the attack suite, which says so', async () => {
  await expect(start({ NODE_ENV: 'production', UNGUARDED_FOR_ATTACKS: 'yes' })).resolves.toMatchObject({
    code: 0,
  })
  await expect(start({ NODE_ENV: 'production', UNGUARDED_FOR_ATTACKS: '1' })).resolves.toMatchObject({
    code: 1,
  })
})

it('the control group answers this machine only', async () => {
  const { refuseDeployment } = await import(guard)
  vi.stubEnv('UNGUARDED_FOR_ATTACKS', 'yes')
  refuseDeployment()
  const called = (remoteAddress: string) => {
    const socket = new Socket()
    Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress })
    channel('http.server.request.start').publish({ request: new IncomingMessage(socket) })
    return socket
  }
  expect(called('127.0.0.1').destroyed).toBe(false)
  expect(called('::1').destroyed).toBe(false)
  expect(called('::ffff:192.0.2.7').destroyed).toBe(true)
  expect(called('203.0.113.9').destroyed).toBe(true)
})
