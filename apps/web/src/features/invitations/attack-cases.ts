import { auditOf } from '@kit/attacks/engine/organization-field'
import { MAIL, type Arena } from '@kit/attacks/engine/arena'
import { holdRole } from '@kit/attacks/engine/hold-role'
import type { ExpectedChange } from '@kit/attacks/state/expectation'
import type { Person } from '@kit/attacks/app/people'
import type { ForeignCase, Input, OwnershipCase } from '@kit/attacks/engine/row'

const NOBODY = '00000000-0000-4000-8000-000000000000'
export const FREELANCER = 'freelancer@attack.test'

export const invite = (email: string, role: string) => (): Input => ({ organization: 'acme', email, role })

const named =
  (email: string) =>
  (arena: Arena): Input => ({ organization: 'acme', invitationId: arena.invitationId(email) })

// From the seed: open invitations in Acme, one of them to an admin role, and one in Globex.
export const pending = named('auditor@northwind.test')
export const expired = named('lee.chen@acme.test')

export const foreign: readonly ForeignCase[] = [
  {
    label: "the other organization's invitation",
    input: named('night.shift@globex.test'),
    refusal: 'NOT_FOUND',
  },
  {
    label: 'an unknown invitation',
    input: () => ({ organization: 'acme', invitationId: NOBODY }),
    refusal: 'NOT_FOUND',
  },
]

export const tooHigh: readonly OwnershipCase[] = [
  { label: "an admin on an admin's invitation", as: 'admin@acme.test', input: expired },
]

/** Gives the caller a custom role with one permission, which is too few to grant any role. */
export const mayOnlyInvite = (arena: Arena) =>
  holdRole(arena, { person: 'admin@acme.test', permissions: { invitation: ['create'] } })

export function resent(
  arena: Arena,
  { invitationId: id }: Input,
  by: Person = 'admin@acme.test',
): ExpectedChange[] {
  const before = arena.row('invitation', String(id))
  const moves = before.inviter_id === arena.userId(by) ? [] : ['inviter_id']
  return [
    {
      table: 'invitation',
      kind: 'update',
      rows: 1,
      columns: ['expires_at', 'sent_count', 'token_hash', ...moves],
      values: { id, status: 'pending', sent_count: 2, inviter_id: arena.userId(by) },
    },
    auditOf(arena, { action: 'invitations.resend', target: 'invitation', rows: 1, by }),
    { table: MAIL, kind: 'insert', rows: 1, values: { to: before.email } },
  ]
}

/** @param by the ID of the accepting user, if they have an account */
export function accepted(arena: Arena, action: string, email: string, by?: Person): ExpectedChange[] {
  return [
    {
      table: 'invitation',
      kind: 'update',
      rows: 1,
      columns: ['accepted_by', 'status'],
      values: { email, status: 'accepted' },
    },
    {
      table: 'member',
      kind: 'insert',
      rows: 1,
      values: {
        organization_id: arena.organizationId('acme'),
        role: 'editor',
        ...(by && { user_id: arena.userId(by) }),
      },
    },
    ...['invitation', 'member'].map((target) => auditOf(arena, { action, target, rows: 1, by })),
  ]
}
