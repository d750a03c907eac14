import 'server-only'
import { join } from 'node:path'

import { demoPassword } from '@kit/db/demo/demo'
import { env } from '@kit/env'

import { actionIdOf } from '../firing/action-ids'
import { controlAttacks, type ControlAttack } from './control-attacks'
import type { RawReply } from '../firing/reply'
import { sendToLoopback, type RawRequest } from '../firing/send-to-loopback'

/** The result of the same attack on the unprotected app. */
export interface ControlResult {
  runs: boolean
  succeeded: boolean
  text: string
}

const NOT_RUNNING: ControlResult = {
  runs: false,
  succeeded: false,
  text: 'Start it with "npx pnpm dev:unguarded" in a second terminal to run the same attack there.',
}

/** Runs the attack on the control group. Null if it isn't configured or has no such mistake. */
export async function attackControlGroup(mistake: string | undefined): Promise<ControlResult | null> {
  const { UNGUARDED_PORT: port } = env()
  const attack = mistake === undefined ? undefined : controlAttacks[mistake]
  if (!attack || mistake === undefined || port === undefined) return null
  const page = await visit(port, `/${mistake}`).catch(() => undefined)
  if (!page) return NOT_RUNNING
  const succeeded = attack.succeeded(await replyTo(attack, { port, mistake, page }))
  return { runs: true, succeeded, text: succeeded ? attack.text : 'The attack failed this time.' }
}

const visit = (port: number, path: string) => send(port, { method: 'GET', path, headers: {}, body: null })

const send = (port: number, { headers, ...request }: RawRequest) => {
  const host = `127.0.0.1:${port}`
  return sendToLoopback({ ...request, headers: { Origin: `http://${host}`, ...headers } }, { port, host })
}

interface Target {
  port: number
  mistake: string
  page: RawReply
}

async function replyTo(
  { exportName, as, calls }: ControlAttack,
  { port, mistake, page }: Target,
): Promise<RawReply> {
  if (exportName === undefined) return page
  const cookie = as === undefined ? '' : await signedIn(port, as)
  let reply = page
  for (const call of calls) reply = await post(port, { mistake, exportName, call, cookie })
  return reply
}

async function signedIn(port: number, email: string): Promise<string> {
  const call = { form: { email, password: demoPassword } }
  const { headers } = await post(port, {
    mistake: 'no-rate-limit',
    exportName: 'signInAction',
    call,
    cookie: '',
  })
  const lines = headers['set-cookie']?.split('\n') ?? []
  return lines.map((line) => line.split(';', 1)[0] ?? '').join('; ')
}

interface Posted {
  mistake: string
  exportName: string
  call: ControlAttack['calls'][number]
  cookie: string
}

async function post(port: number, { mistake, exportName, call, cookie }: Posted): Promise<RawReply> {
  const path = `/${mistake}`
  const name = `src/app/${mistake}/actions.ts#${exportName}`
  const app = join(process.cwd(), '../unguarded')
  const id = await actionIdOf(name, () => visit(port, path), app)
  if (id === undefined) throw new Error(`The control group has no ${name}.`)
  const { type, body } = await encoded(id, call)
  const headers = {
    'Content-Type': type,
    ...(cookie && { Cookie: cookie }),
    // Without the header it is a form post without JavaScript.
    ...(!('form' in call) && { 'Next-Action': id, Accept: 'text/x-component' }),
  }
  return send(port, { method: 'POST', path, headers, body })
}

async function encoded(id: string, call: Posted['call']): Promise<{ type: string; body: Buffer }> {
  if ('args' in call) return { type: 'text/plain;charset=UTF-8', body: Buffer.from(call.args) }
  const form = new FormData()
  if ('form' in call) {
    form.append(`$ACTION_ID_${id}`, '')
    for (const [name, value] of Object.entries(call.form)) form.append(name, value)
  } else {
    for (const [name, value] of Object.entries(call.formOf)) form.append(`_1_${name}`, value)
    form.append('0', '["$K1"]')
  }
  const response = new Response(form)
  return {
    type: response.headers.get('content-type') ?? '',
    body: Buffer.from(await response.arrayBuffer()),
  }
}
