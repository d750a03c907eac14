import type { AuditRow } from '@kit/db/activity/audit-events'
import { asText } from '@/lib/domain/column-values'
import type { Subject } from '@/lib/domain/domain'

/** What was done, in words. */
export interface ChangeDto {
  /** "changed", "created", "removed". */
  verb: string
  /** "the role", "the member". */
  noun: string
  /** What it is, or was, called. */
  name: string | null
  /** Of a change: which fields, and from what to what where both can be shown. */
  fields: { label: string; from?: string; to?: string }[]
}

type Change = Pick<AuditRow, 'changes' | 'targetType' | 'targetName'>

/**
 * Turns a row of the record into a sentence's parts. A column that nobody declared is named by its own words, and no
 * value of it is told.
 */
export function describeChange(
  { changes, targetType, targetName }: Change,
  subject: Subject | undefined,
): ChangeDto {
  const {
    noun = wordsOf(targetType),
    verbs = ['created', 'deleted'],
    namedBy = [],
    columns = {},
  } = subject ?? {}
  const declared = new Map(Object.entries(columns))
  // Every row has the moment of its making, which never changes.
  const made = changes.created_at
  const [appears, goes] = verbs
  const verb = made?.new !== undefined ? appears : made?.old !== undefined ? goes : 'changed'
  const names = namedBy.map((column) => changes[column]?.new ?? changes[column]?.old)
  const described = Object.entries(changes).map(([column, change]) => {
    const { label = wordsOf(column), show } = declared.get(column) ?? {}
    return { label, ...(show && { from: show(change.old), to: show(change.new) }) }
  })
  return {
    verb,
    noun: `the ${noun}`,
    name: targetName ?? asText(names.find((name) => typeof name === 'string')) ?? null,
    fields: verb === 'changed' ? described : [],
  }
}

function wordsOf(name: string): string {
  return name.replaceAll('_', ' ').replace(/ id$/, '')
}
