import { actionRequest } from '@kit/attacks/http/action-call'
import { FormFields } from '@kit/attacks/http/reply-encoding'
import { actionId } from './action-id'
import { pageCall } from './call'
import type { Call } from './call'
import { baseline } from '../servers/paths'
import { taskContent } from './task-content'

export const bareList = (): Call => pageCall('/list', 'Listed item')

export function bareWrite(url: string, app = baseline): Call {
  const id = actionId(app, 'createItem')
  const request = actionRequest({ id, page: '/write', headers: { Origin: url } }, [
    {},
    new FormFields(Object.entries(taskContent)),
  ])
  return { method: 'POST', path: '/write', headers: request.headers, body: request.body, expects: '"itemId"' }
}
