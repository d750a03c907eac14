import type { Node } from 'oxc-parser'
import type { SourceComment, SourceModule } from '../syntax/source-module'

export const waiverMark = 'action-audit-waive'

/** A comment that exempts a statement from a rule: `// action-audit-waive is-limited: the reason`. */
export interface Waiver {
  rule: string
  /** A waiver with an empty reason has no effect. */
  reason: string
  comment: SourceComment
  statement: Node
}

const known = new WeakMap<SourceModule, Waiver[]>()

/** The waivers of a file, each with the top-level statement that follows it. */
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
