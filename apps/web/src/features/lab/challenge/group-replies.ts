import type { RawReply } from '../firing/reply'
import type { Arguments } from './parse-arguments'
import { reportOf, type ReplyReport } from './reply-report'

/** Equal responses, shown once. */
export interface ShownReply extends ReplyReport {
  /** What each of their requests sent that others didn't. Empty if there was only one request. */
  sent: string[]
}

/** Reports the responses to several calls, with equal ones together, in the order of their first. */
export function groupReplies(replies: readonly RawReply[], calls: readonly Arguments[]): ShownReply[] {
  const sent = variedIn(calls)
  const groups = new Map<string, ShownReply>()
  for (const [index, reply] of replies.entries()) {
    const report = reportOf(reply)
    const key = JSON.stringify(report)
    const group = groups.get(key) ?? { ...report, sent: [] }
    if (calls.length > 1) group.sent.push(sent[index] ?? '')
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The values of each call that aren't the same in all calls. */
function variedIn(calls: readonly Arguments[]): string[] {
  const all = calls.map((args) => (args && 'fields' in args ? args.fields : {}))
  const names = Object.keys(all[0] ?? {}).filter((name) => new Set(all.map((one) => one[name])).size > 1)
  return all.map((fields) => names.map((name) => fields[name]).join(', '))
}
