import type { AuditRow } from '@kit/db/activity/audit-events'
import { asText } from '@/lib/domain/column-values'
import type { Subject } from '@/lib/domain/domain'

/** A change described in words. */
export interface ChangeDto {
  /** "changed", "created", "removed". */
  verb: string
  /** "the role", "the member". */
  noun: string
  /** Its current or last name. */
  name: string | null
  /** The changed fields, with values where they may be shown. */
  fields: { label: string; from?: string; to?: string }[]
}

type Change = Pick<AuditRow, 'changes' | 'targetType' | 'targetName'>

/** Turns an audit row into the parts of a sentence. Undeclared columns show no values. */
export function describeChange(
  { changes, targetType, targetName }: Change,
  subject: Subject | undefined,
): ChangeDto {
  const {
    noun = humanized(targetType),
    verbs = ['created', 'deleted'],
    namedBy = [],
    columns = {},
  } = subject ?? {}
  const declared = new Map(Object.entries(columns))
  // Every row has `created_at`, and it never changes.
  const made = changes.created_at
  const [appears, goes] = verbs
  const verb = made?.new !== undefined ? appears : made?.old !== undefined ? goes : 'changed'
  const names = namedBy.map((column) => changes[column]?.new ?? changes[column]?.old)
  const described = Object.entries(changes).map(([column, change]) => {
    const { label = humanized(column), show } = declared.get(column) ?? {}
    return { label, ...(show && { from: show(change.old), to: show(change.new) }) }
  })
  return {
    verb,
    noun: `the ${noun}`,
    name: targetName ?? asText(names.find((name) => typeof name === 'string')) ?? null,
    fields: verb === 'changed' ? described : [],
  }
}

function humanized(name: string): string {
  return name.replaceAll('_', ' ').replace(/ id$/, '')
}
