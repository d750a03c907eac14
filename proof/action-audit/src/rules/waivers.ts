import type { Node } from 'oxc-parser'
import type { SourceComment, SourceModule } from '../syntax/source-module'

export const waiverMark = 'action-audit-waive'

/** Somebody's word that a rule does not apply to a statement, and why: `// action-audit-waive is-limited: the reason`. */
export interface Waiver {
  rule: string
  /** Empty when none is given; such a waiver waives nothing. */
  reason: string
  comment: SourceComment
  statement: Node
}

const known = new WeakMap<SourceModule, Waiver[]>()

/** The waivers of a file, each at the statement of the top level that it stands before. */
export function waiversOf(module: SourceModule): Waiver[] {
  const earlier = known.get(module)
  if (earlier) return earlier
  const mentioned = module.comments.some(({ value }) => value.includes(waiverMark))
  const waivers = mentioned
    ? module.program.body.flatMap((statement) =>
        module.commentsBefore(statement).flatMap((comment) => waiverIn(comment, statement)),
      )
    : []
  known.set(module, waivers)
  return waivers
}

export function waiverOf(module: SourceModule, rule: string, node: Node): Waiver | undefined {
  const statement = module.statementOf(node)
  return waiversOf(module).find((waiver) => waiver.statement === statement && waiver.rule === rule)
}

function waiverIn(comment: SourceComment, statement: Node): Waiver[] {
  const text = comment.value.trim()
  if (!text.startsWith(waiverMark)) return []
  const [rule = '', ...reason] = text.slice(waiverMark.length).split(':')
  return [{ rule: rule.trim(), reason: reason.join(':').trim(), comment, statement }]
}
