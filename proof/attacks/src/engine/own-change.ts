import type { ExpectedChange } from '../state/expectation'
import type { Arena } from './arena'

/** The record of a change that people make to their own account. */
export const ownChange = (
  arena: Arena,
  email: string,
  action: string,
  changes?: Record<string, unknown>,
): ExpectedChange => ({
  table: 'audit_event',
  kind: 'insert',
  rows: 1,
  values: {
    action,
    target_type: 'account',
    target_id: arena.userId(email),
    actor_id: arena.userId(email),
    organization_id: null,
    visible_to_admins: true,
    ...(changes && { changes }),
  },
})
