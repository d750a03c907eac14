import type { DatabaseRow } from '../state/difference'
import type { ExpectedChange } from '../state/expectation'
import type { Person } from '../app/people'
import type { Arena } from './arena'
import { auditOf } from './organization-field'

/** Returns the organization rows that refer to a user in this column, by table. */
function rowsNaming(arena: Arena, column: 'assignee_id' | 'created_by', userId: string) {
  return arena
    .tenantTables()
    .map((table) => ({ table, rows: arena.rows(table).filter((row) => row[column] === userId) }))
    .filter(({ rows }) => rows.length > 0)
}

/** The changes when a membership of Acme ends: its row is deleted and its assignments are cleared. */
export function endOfMembership(
  arena: Arena,
  { of, ...call }: { action: string; of: Person; by?: Person },
): ExpectedChange[] {
  const organizationId = arena.organizationId('acme')
  const assigned = rowsNaming(arena, 'assignee_id', arena.userId(of)).map(({ table, rows }) => ({
    table,
    rows: rows.filter((row) => row.organization_id === organizationId),
  }))
  return [
    { table: 'member', kind: 'delete', rows: 1, values: { id: arena.memberId('acme', of) } },
    auditOf(arena, { ...call, target: 'member', rows: 1 }),
    ...assigned.flatMap(({ table, rows }) => [
      ...rows.map(({ id }): ExpectedChange => ({
        table,
        kind: 'update',
        rows: 1,
        columns: ['assignee_id'],
        values: { id, assignee_id: null },
      })),
      auditOf(arena, { ...call, target: table, rows: rows.length }),
    ]),
  ]
}

/** The changes in organizations when a user deletes their account: rows stay without their name. */
export function endOfAccount(arena: Arena, userId: string): { changes: ExpectedChange[]; audited: number } {
  const created = rowsNaming(arena, 'created_by', userId)
  const assigned = rowsNaming(arena, 'assignee_id', userId)
  const tables = new Set([...created, ...assigned].map(({ table }) => table))
  const changes = [...tables].flatMap((table) => {
    const [made, given] = [rowsOf(created, table), rowsOf(assigned, table)]
    const both = made.filter((row) => given.includes(row)).length
    const update = (rows: number, ...columns: string[]): ExpectedChange => ({
      table,
      kind: 'update',
      rows,
      columns,
    })
    return [
      update(made.length - both, 'created_by'),
      update(given.length - both, 'assignee_id'),
      update(both, 'assignee_id', 'created_by'),
    ]
  })
  // A separate statement clears each column.
  const audited = [...created, ...assigned].reduce((sum, { rows }) => sum + rows.length, 0)
  return { changes, audited }
}

function rowsOf(found: readonly { table: string; rows: DatabaseRow[] }[], table: string): DatabaseRow[] {
  return found.find((each) => each.table === table)?.rows ?? []
}
