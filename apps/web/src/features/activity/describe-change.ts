import type { AuditRow } from '@kit/db/activity/audit-events'
import { taskPriorities } from '@kit/db/tasks/values'

/** What was done, in words. */
export interface ChangeDto {
  /** "changed", "created", "removed". */
  verb: string
  /** "the task", "the member". */
  noun: string
  /** What it is, or was, called. */
  name: string | null
  /** Of a change: which fields, and from what to what where both can be shown. */
  fields: { label: string; from?: string; to?: string }[]
}

type Change = Pick<AuditRow, 'changes' | 'targetType' | 'targetName'>

/** Columns that say what a thing is called, the first that there is. */
const naming = ['title', 'name', 'email', 'slug']

/** Columns whose values may be told to whoever may read the record; of any other only that it changed. */
const told = new Set(['title', 'name', 'slug', 'email', 'status', 'priority', 'due_date', 'role'])

const labels: Record<string, string> = {
  assignee_id: 'assignee',
  custom_role_id: 'role',
  created_by: 'creator',
  user_id: 'person',
  expires_at: 'expiry',
}

/** Turns a row of the record into a sentence's parts. A column that nobody thought of is named by its own words. */
export function describeChange({ changes, targetType, targetName }: Change): ChangeDto {
  const columns = Object.entries(changes)
  // Every row has the moment of its making, which never changes.
  const made = changes.created_at
  const [creates, deletes] = targetType === 'member' ? ['added', 'removed'] : ['created', 'deleted']
  const verb = made?.new !== undefined ? creates : made?.old !== undefined ? deletes : 'changed'
  const names = naming.map((column) => changes[column]?.new ?? changes[column]?.old)
  return {
    verb,
    noun: `the ${wordsOf(targetType)}`,
    name:
      targetName ??
      textOf(
        '',
        names.find((name) => typeof name === 'string'),
      ) ??
      null,
    fields:
      verb === 'changed'
        ? columns.map(([column, change]) => ({
            label: labels[column] ?? wordsOf(column),
            ...(told.has(column) && {
              from: textOf(column, change.old),
              to: textOf(column, change.new),
            }),
          }))
        : [],
  }
}

const LONGEST = 80

function textOf(column: string, value: unknown): string | undefined {
  if (column === 'priority' && typeof value === 'number') return taskPriorities[value - 1]
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined
  const text = column === 'status' || column === 'role' ? wordsOf(String(value)) : String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

function wordsOf(name: string): string {
  return name.replaceAll('_', ' ').replace(/ id$/, '')
}
