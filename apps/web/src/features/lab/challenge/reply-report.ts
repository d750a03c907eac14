import { readActionReply } from '@kit/action-middleware/errors/action-reply'

import { hiddenFields } from '../control/closure'
import type { RawReply } from '../firing/reply'

/** A response, as the lab shows it. */
export interface ReplyReport {
  status: number
  /** What it contains, in words. */
  label: string
  text: string
  /** Whether it sets a session cookie. */
  signsIn: boolean
  /** Whether the text is the fields of a page's form, which can be sent back. */
  isForm: boolean
}

const EXCERPT = 2000

export function reportOf(reply: RawReply): ReplyReport {
  const { status, headers, body } = reply
  const report = { status, signsIn: headers['set-cookie'] !== undefined, isForm: false }
  const result = headers['content-type']?.startsWith('text/x-component') ? readActionReply(body) : undefined
  if (result && 'result' in result) {
    return result.result === undefined
      ? { ...report, label: 'The action ran and returned nothing', text: '' }
      : { ...report, label: 'The action’s result', text: excerpt(JSON.stringify(result.result, null, 2)) }
  }
  if (result) return { ...report, label: 'The action failed. The error stays on the server', text: '' }
  const fields = hiddenFields(body)
  if (fields.length > 0) {
    const text = JSON.stringify(Object.fromEntries([...fields, ['name', 'Changed by nomad']]), null, 2)
    return { ...report, label: 'A page. Its form sends these fields', text, isForm: true }
  }
  const label = body === '' ? 'No body' : 'Text'
  return { ...report, label, text: excerpt(body.replaceAll(/<[^>]*>/g, ' ').trim()) }
}

const excerpt = (all: string) => (all.length > EXCERPT ? `${all.slice(0, EXCERPT)}…` : all)
