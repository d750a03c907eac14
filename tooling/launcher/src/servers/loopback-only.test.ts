import { channel } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { execa } from 'execa'
import { expect, it, vi } from 'vitest'
import { root, unguarded } from '../repository/paths'
import { cleanEnvironment } from '../repository/settings'

const guard = join(unguarded, 'src/loopback-only.ts')

const start = async (settings: NodeJS.ProcessEnv) => {
  const script = `import(${JSON.stringify(guard)}).then((guard) => guard.refuseDeployment())`
  const { exitCode, stderr } = await execa(process.execPath, ['--import', 'tsx', '--eval', script], {
    cwd: root,
    env: cleanEnvironment(settings),
    extendEnv: false,
    reject: false,
  })
  return { exitCode, stderr }
}

it('the control group does not run as a production server', async () => {
  await expect(start({ NODE_ENV: 'production' })).resolves.toEqual({
    exitCode: 1,
    stderr: 'This app is vulnerable on purpose. Do not deploy it.',
  })
})

it('the control group runs for the attack suite', async () => {
  const production = { NODE_ENV: 'production' }
  await expect(start({ ...production, UNGUARDED_FOR_ATTACKS: 'yes' })).resolves.toMatchObject({ exitCode: 0 })
  await expect(start({ ...production, UNGUARDED_FOR_ATTACKS: '1' })).resolves.toMatchObject({ exitCode: 1 })
})

it('the control group only answers this machine', async () => {
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
