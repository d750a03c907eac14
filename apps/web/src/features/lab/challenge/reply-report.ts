import { readActionReply } from '@kit/action-middleware/errors/action-reply'

import { hiddenFields } from '../control/closure'
import type { RawReply } from '../firing/reply'

/** A response, as the lab shows it. */
export interface ShownReply {
  status: number
  /** What it contains, in words. */
  label: string
  text: string
}

const EXCERPT = 2000

export function reportOf(reply: RawReply): ShownReply {
  const { status, headers, body } = reply
  const cookie = headers['set-cookie'] === undefined ? '' : ', sets a session cookie'
  const label = (content: string) => `${content}${cookie}`
  const result = headers['content-type']?.startsWith('text/x-component') ? readActionReply(body) : undefined
  if (result && 'result' in result) {
    return {
      status,
      label: label('The action’s result'),
      text: excerpt(JSON.stringify(result.result, null, 2)),
    }
  }
  if (result) return { status, label: label('The action failed'), text: 'The error stays on the server.' }
  const fields = hiddenFields(body)
  if (fields.length > 0) {
    return {
      status,
      label: label('A page. The hidden fields of its form'),
      text: JSON.stringify(Object.fromEntries([...fields, ['name', 'Changed by nomad']]), null, 2),
    }
  }
  return {
    status,
    label: label(body === '' ? 'No body' : 'Text'),
    text: excerpt(body.replaceAll(/<[^>]*>/g, ' ').trim()),
  }
}

const excerpt = (text: string | undefined) => {
  const all = text ?? 'Nothing'
  return all.length > EXCERPT ? `${all.slice(0, EXCERPT)}…` : all
}
