import { taskSortOrders } from './sorts'
import type { SortableTask } from './sorts'
import type { TaskSort } from './values'

/** A place in a sorted list, and which side of it to read. */
export interface TaskPosition {
  side: 'after' | 'before'
  /** One for each key of the order. */
  values: string[]
}

/** Where a cursor is good: a place in one list says nothing about another. */
export interface CursorScope {
  organizationId: string
  sort: TaskSort
}

// Longer than any that is made here; what is longer is not worth decoding.
const MAX_LENGTH = 400

export function encodeCursor(scope: CursorScope, side: TaskPosition['side'], row: SortableTask): string {
  const values = taskSortOrders[scope.sort].keys.map((key) => key.read(row))
  return Buffer.from(JSON.stringify([scope.organizationId, scope.sort, side, ...values])).toString(
    'base64url',
  )
}

/**
 * Reads a cursor that came through a URL. It is not signed: every value is checked for the type it is compared as, and
 * it can only ever name a place in the rows that its reader may see.
 * @returns undefined for anything that this list did not hand out
 */
export function decodeCursor(scope: CursorScope, cursor: string | undefined): TaskPosition | undefined {
  if (!cursor || cursor.length > MAX_LENGTH) return undefined
  const parts = parse(cursor)
  const [organizationId, sort, side, ...values] = parts
  if (organizationId !== scope.organizationId || sort !== scope.sort) return undefined
  if (side !== 'after' && side !== 'before') return undefined
  const { keys } = taskSortOrders[scope.sort]
  const fit = values.length === keys.length && keys.every((key, index) => key.valid(values[index] ?? ''))
  return fit ? { side, values } : undefined
}

function parse(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : []
  } catch {
    return []
  }
}
