import { z } from 'zod'

const rowSchema = z.record(z.string(), z.string().nullable())

export type Row = z.infer<typeof rowSchema>

/** The control group's rows, by table. Each has an `id`; the next column says which row it is. */
export const rowsSchema = z.record(z.string(), z.array(rowSchema))

export type Rows = z.infer<typeof rowsSchema>

/** A row that an attack changed: the column that names it and those that differ, or the whole row. */
export interface RowChange {
  table: string
  /** Null if the row wasn't there. */
  before: Row | null
  /** Null if the row is gone. */
  after: Row | null
}

/** The rows that differ, by table and ID. */
export function changesBetween(before: Rows, after: Rows): RowChange[] {
  return Object.keys({ ...before, ...after }).flatMap((table) => {
    const [old, current] = [byId(before[table]), byId(after[table])]
    const ids = new Set([...old.keys(), ...current.keys()])
    return [...ids].flatMap((id) => changeOf(table, old.get(id), current.get(id)))
  })
}

function changeOf(table: string, before: Row | undefined, after: Row | undefined): RowChange[] {
  if (!before || !after) return [{ table, before: shown(before), after: shown(after) }]
  const differing = Object.keys(after).filter((column) => before[column] !== after[column])
  if (differing.length === 0) return []
  return [{ table, before: shown(before, differing), after: shown(after, differing) }]
}

function shown(row: Row | undefined, columns?: readonly string[]): Row | null {
  if (!row) return null
  const [, ...named] = Object.entries(row)
  return Object.fromEntries(named.filter(([name], place) => place === 0 || (columns?.includes(name) ?? true)))
}

const byId = (rows: readonly Row[] = []) => new Map(rows.map((row) => [row.id, row]))
