import type { CallbackOutcome } from '@kit/action-middleware/chain/provider-reply'
import { codePath } from '@/lib/url/code-path'
import { confirmPath } from '@/lib/url/confirm-path'
import { redirectPath } from '@/lib/url/redirect-path'

import type { ProblemName } from './provider-problems'

const OPEN = '/organizations/open'

/** Where to send a browser that comes back from a provider: always a path inside the app. */
export function callbackPath(outcome: CallbackOutcome): string {
  if (outcome.kind === 'problem') return problemPath(outcome)
  if (outcome.kind === 'linked') return '/account/security?linked'
  if (outcome.kind === 'confirmed') return redirectPath(outcome.next, '/account/security')
  if (outcome.kind === 'code-pending') return codePath(outcome.next)
  const path = redirectPath(outcome.next, OPEN)
  return outcome.isNew && path === OPEN ? '/organizations/new' : path
}

function problemPath({ problem, purpose }: { problem: ProblemName; purpose: string }): string {
  if (purpose === 'link') return `/account/security?problem=${problem}`
  return purpose === 'confirm' ? confirmPath({ problem }) : `/sign-in?problem=${problem}`
}
