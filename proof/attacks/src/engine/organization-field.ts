import type { ExpectedChange } from '../state/expectation'
import type { Person } from '../app/people'
import type { Arena } from './arena'
import type { Field } from './row'

/** The organization that a call names. */
export const organization: Field = {
  path: 'organization',
  kind: 'text',
  required: true,
  longest: 48,
  lengthen: (length) => 'a'.repeat(length),
}

/** Work that leaves no trace of who did it is a breach as well. */
export function auditOf(
  arena: Arena,
  { action, target, rows, by }: { action: string; target: string; rows: number; by?: Person },
): ExpectedChange {
  return {
    table: 'audit_event',
    kind: 'insert',
    rows,
    values: {
      action,
      target_type: target,
      organization_id: arena.organizationId('acme'),
      ...(by && { actor_id: arena.userId(by) }),
    },
  }
}

/** Ends a membership of Acme: the row goes, and what was to be done by it is nobody's. */
export function endOfMembership(
  arena: Arena,
  { of, ...call }: { action: string; of: Person; by?: Person },
): ExpectedChange[] {
  const tasks = arena.taskIds({ organization: 'acme', assignee: of })
  return [
    { table: 'member', kind: 'delete', rows: 1, values: { id: arena.memberId('acme', of) } },
    ...tasks.map((id): ExpectedChange => ({
      table: 'task',
      kind: 'update',
      rows: 1,
      columns: ['assignee_id'],
      values: { id, assignee_id: null },
    })),
    auditOf(arena, { ...call, target: 'member', rows: 1 }),
    auditOf(arena, { ...call, target: 'task', rows: tasks.length }),
  ]
}
