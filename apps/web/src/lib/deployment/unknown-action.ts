import { isDeploymentId } from '@kit/env/deployment-id'

import { DEPLOYMENT_FIELD } from './deployment-field'
import type { KnownBuild } from './known-build'
import { typedIn } from './typed-in'

export interface UnknownAction {
  /** Whether a page from another deployment sent it. Otherwise it is forged. */
  isStale: boolean
  /** What was typed, if a browser without JavaScript posted the form. */
  typed?: Record<string, string>
}

interface Post {
  method: string
  headers: Headers
  /** From `postedForm`. */
  form: FormData | undefined
}

/**
 * Recognizes calls to actions that this build doesn't have. The deployment ID tells a stale page from a forged call: a stale
 * page's ID is signed with this build's key, or with one made from an earlier secret, and differs from this build's own ID.
 * Pages of this build call only actions that exist.
 *
 * Decides only how a call is counted and what the refusal looks like: Next itself refuses the action.
 * @returns undefined for anything but an unknown action
 */
export function unknownAction(
  { method, headers, form }: Post,
  { actionIds, keys }: KnownBuild,
  ownDeployment: string | undefined,
): UnknownAction | undefined {
  if (method !== 'POST') return undefined
  const isStale = (id: unknown) =>
    typeof id === 'string' && id !== ownDeployment && keys.some((key) => isDeploymentId(key, id))
  const called = headers.get('next-action')
  if (called !== null) {
    return actionIds.has(called) ? undefined : { isStale: isStale(headers.get('x-deployment-id')) }
  }
  const ids = form ? actionsIn(form) : []
  // No form, no action in it, or only known ones.
  if (!form || ids.every((id) => actionIds.has(id))) return undefined
  return isStale(form.get(DEPLOYMENT_FIELD)) ? { isStale: true, typed: typedIn(form) } : { isStale: false }
}

/** The IDs that React finds in a form: in a field's name, or in a field that describes an action with bound values. */
function actionsIn(form: FormData): string[] {
  return [...form].flatMap(([name, value]) => {
    if (name.startsWith('$ACTION_ID_')) return [name.slice('$ACTION_ID_'.length)]
    if (!/^\$ACTION_\w+:0$/.test(name) || typeof value !== 'string') return []
    return [/^\{"id":"([^"]*)"/.exec(value)?.[1] ?? '']
  })
}
