import { isDeploymentId } from '@kit/env/deployment-id'

import { DEPLOYMENT_FIELD } from './deployment-field'
import type { KnownBuild } from './known-build'
import { typedIn } from './typed-in'

export interface UnknownAction {
  /** Whether a page of another deployment sent it. Otherwise it is forged. */
  isStale: boolean
  /** What was typed, if a browser without JavaScript posted the form. */
  typed?: Record<string, string>
}

/** Maximum bytes of a form, as for actions. Longer ones are left to Next, which refuses them. */
const LONGEST_FORM = 128 * 1024

type Post = Pick<Request, 'method' | 'headers' | 'body'>

/**
 * Recognizes calls to actions that this build doesn't have. The deployment ID tells a stale page from a forged call: it has to be
 * signed with this build's key but not be this build's own, whose pages call only actions that exist.
 *
 * Decides only how a call is counted and what the refusal looks like: Next itself refuses the action.
 * @returns undefined for anything but an unknown action
 */
export async function unknownAction(
  post: Post,
  { actionIds, key }: KnownBuild,
  ownDeployment: string | undefined,
): Promise<UnknownAction | undefined> {
  if (post.method !== 'POST') return undefined
  const isStale = (id: unknown) => typeof id === 'string' && id !== ownDeployment && isDeploymentId(key, id)
  const called = post.headers.get('next-action')
  if (called !== null) {
    return actionIds.has(called) ? undefined : { isStale: isStale(post.headers.get('x-deployment-id')) }
  }
  const form = await formOf(post)
  const ids = form ? actionsIn(form) : []
  // No form, no action in it, or only known ones.
  if (!form || ids.every((id) => actionIds.has(id))) return undefined
  return isStale(form.get(DEPLOYMENT_FIELD)) ? { isStale: true, typed: typedIn(form) } : { isStale: false }
}

async function formOf({ headers, body }: Post): Promise<FormData | undefined> {
  const type = headers.get('content-type')
  if (!type?.startsWith('multipart/form-data') || !body) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > LONGEST_FORM) return undefined
    chunks.push(chunk)
  }
  const whole = new Response(Buffer.concat(chunks), { headers: { 'content-type': type } })
  return whole.formData().catch(() => undefined)
}

/** The IDs that React finds in a form: in a field's name, or in a field that describes an action with bound values. */
function actionsIn(form: FormData): string[] {
  return [...form].flatMap(([name, value]) => {
    if (name.startsWith('$ACTION_ID_')) return [name.slice('$ACTION_ID_'.length)]
    if (!/^\$ACTION_\w+:0$/.test(name) || typeof value !== 'string') return []
    return [/^\{"id":"([^"]*)"/.exec(value)?.[1] ?? '']
  })
}
