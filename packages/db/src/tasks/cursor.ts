import { taskSortOrders } from './sorts'
import type { SortableTask } from './sorts'
import type { TaskSort } from './values'

/** A position in a sorted list, and which side of it to read. */
export interface TaskPosition {
  side: 'after' | 'before'
  /** One per sort key. */
  values: string[]
}

/** The list a cursor is valid for. */
export interface CursorScope {
  organizationId: string
  sort: TaskSort
}

export function encodeCursor(scope: CursorScope, side: TaskPosition['side'], row: SortableTask): string {
  const values = taskSortOrders[scope.sort].keys.map((key) => key.read(row))
  return [scope.organizationId, scope.sort, side, ...values].join('_')
}

/**
 * Reads a cursor from a URL. It is not signed: every value is checked for its type, and it can only name a position among
 * rows the reader may see.
 * @returns undefined for an invalid cursor
 */
export function decodeCursor(scope: CursorScope, cursor: string | undefined): TaskPosition | undefined {
  const [organizationId, sort, side, ...values] = (cursor ?? '').split('_')
  if (organizationId !== scope.organizationId || sort !== scope.sort) return undefined
  if (side !== 'after' && side !== 'before') return undefined
  const { keys } = taskSortOrders[scope.sort]
  const fit = values.length === keys.length && keys.every((key, index) => key.valid(values[index] ?? ''))
  return fit ? { side, values } : undefined
}
