import type { ExpectedChange } from '../state/expectation'
import type { Person } from '../app/people'
import type { Arena } from './arena'
import type { Field } from './row'

/** The field with the organization's slug. */
export const organization: Field = {
  path: 'organization',
  kind: 'text',
  required: true,
  longest: 48,
  lengthen: (length) => 'a'.repeat(length),
}

/** The audit events that a change must leave. A change without them is a breach too. */
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
