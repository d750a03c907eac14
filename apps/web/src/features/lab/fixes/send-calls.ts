import 'server-only'
import { join } from 'node:path'

import type { Caller } from '../challenge/callers'
import { wireOf } from '../challenge/wire'
import { hiddenFields } from '../control/closure'
import { decryptAll, encryptionKey } from '../control/decrypt'
import { postForm, sendToControl, signedIn, visitControl } from '../control/post-to-control'
import { actionIdOf, manifestOf } from '../firing/action-ids'
import type { RawReply } from '../firing/reply'
import type { Chain, FixAttack, FixCall, FixEvidence } from './fixes'

export interface Target {
  port: number
  /** The path of the chain's page. */
  folder: string
  chain: Chain
}

const app = () => join(process.cwd(), '../unguarded')

/** Visits the chain's page and makes an attack's calls. */
export async function sendCalls(
  target: Target,
  { visitor = 'signed-out', calls }: FixAttack,
): Promise<Omit<FixEvidence, 'changes'>> {
  const { port, folder, chain } = target
  const cookies = new Map<Caller, string>([['signed-out', '']])
  const cookieOf = async (caller: Caller) => {
    const cookie = cookies.get(caller) ?? (await signedIn(port, caller))
    cookies.set(caller, cookie)
    return cookie
  }
  // A development server lists an action only after its page has been compiled.
  const { body: page } = await visitControl(port, `${folder}?chain=${chain}`, await cookieOf(visitor))
  const replies: RawReply[] = []
  for (const call of calls) replies.push(await sendCall(target, page, call, await cookieOf(call.as)))
  return { replies, page, decrypted: decryptAll(page, encryptionKey(manifestOf(app()))) }
}

async function sendCall(
  { port, folder, chain }: Target,
  page: string,
  call: FixCall,
  cookie: string,
): Promise<RawReply> {
  if ('form' in call)
    return postForm(port, folder, [...hiddenFields(page), ...Object.entries(call.form)], cookie)
  const { args, headers: given = {}, of = 'chain' } = call
  const id = await actionIdOf(`src/app${folder}/actions.ts`, `${of}${chain}`, app())
  const input = typeof args === 'function' ? await args(page) : args
  const list = Array.isArray(input) ? input : [input]
  const { method, path, headers, body } = wireOf({ path: folder, id, args: { list } }, { ...given })
  const sent = { ...headers, ...(cookie && { Cookie: cookie }) }
  return sendToControl(port, { method, path, headers: sent, body: Buffer.from(body) })
}
