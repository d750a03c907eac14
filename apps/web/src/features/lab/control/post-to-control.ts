import 'server-only'
import { join } from 'node:path'

import { demoPassword } from '@kit/db/demo/demo'

import { actionIdOf } from '../firing/action-ids'
import { sendToLoopback, type RawRequest } from '../firing/send-to-loopback'
import type { RawReply } from '../firing/reply'
import type { ControlAttack } from './control-attacks'

/** Sends a request to the control group. */
export function sendToControl(port: number, { headers, ...request }: RawRequest): Promise<RawReply> {
  const host = `127.0.0.1:${port}`
  return sendToLoopback({ ...request, headers: { Origin: `http://${host}`, ...headers } }, { port, host })
}

export const visitControl = (port: number, path: string, cookie = ''): Promise<RawReply> =>
  sendToControl(port, { method: 'GET', path, headers: { ...(cookie && { Cookie: cookie }) }, body: null })

/** Posts a form as a browser without JavaScript does. */
export async function postForm(
  port: number,
  path: string,
  fields: readonly (readonly [name: string, value: string])[],
  cookie: string,
): Promise<RawReply> {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const { type, body } = await encodedForm(form)
  return sendToControl(port, {
    method: 'POST',
    path,
    headers: { 'Content-Type': type, Cookie: cookie },
    body,
  })
}

interface Target {
  port: number
  /** The mistake's folder. */
  mistake: string
}

/** Makes an attack's calls in order and returns the replies. */
export async function repliesTo(attack: ControlAttack, target: Target): Promise<RawReply[]> {
  // A development server lists an action only after its page has been compiled.
  await visitControl(target.port, `/${target.mistake}`)
  const { as, calls, exportName, headers } = attack
  const cookie = as === undefined ? '' : await signedIn(target.port, as)
  const replies: RawReply[] = []
  for (const call of calls) replies.push(await post(target, { exportName, call, cookie, headers }))
  return replies
}

/** Returns the cookie of a new session. */
export async function signedIn(port: number, email: string): Promise<string> {
  const target = { port, mistake: 'no-rate-limit' }
  await visitControl(port, `/${target.mistake}`)
  const call = { form: { email, password: demoPassword } }
  const { headers } = await post(target, { exportName: 'signInAction', call, cookie: '' })
  const lines = headers['set-cookie']?.split('\n') ?? []
  return lines.map((line) => line.split(';', 1)[0] ?? '').join('; ')
}

interface Posted {
  exportName: string
  call: ControlAttack['calls'][number]
  cookie: string
  headers?: ControlAttack['headers']
}

async function post(
  { port, mistake }: Target,
  { exportName, call, cookie, headers: given }: Posted,
): Promise<RawReply> {
  const path = `/${mistake}`
  const app = join(process.cwd(), '../unguarded')
  const id = await actionIdOf(`src/app/${mistake}/actions.ts`, exportName, app)
  const { type, body } = await encoded(id, call)
  const headers = {
    'Content-Type': type,
    ...(cookie && { Cookie: cookie }),
    // Without the header, this is a form post from a browser without JavaScript.
    ...(!('form' in call) && { 'Next-Action': id, Accept: 'text/x-component' }),
    ...given,
  }
  return sendToControl(port, { method: 'POST', path, headers, body })
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
  return encodedForm(form)
}

async function encodedForm(form: FormData): Promise<{ type: string; body: Buffer }> {
  const response = new Response(form)
  return {
    type: response.headers.get('content-type') ?? '',
    body: Buffer.from(await response.arrayBuffer()),
  }
}
