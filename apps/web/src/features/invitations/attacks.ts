import { demoOrganizations } from '@kit/db/demo/demo'
import { demoInvitationRows } from '@kit/db/invitations/demo'
import type { Page } from '@kit/attacks/engine/page'
import {
  accepted,
  expired,
  foreign,
  FREELANCER,
  invite,
  mayOnlyInvite,
  pending,
  resent,
  tooHigh,
} from './attack-cases'
import { rolePermissions } from '@kit/auth/permissions/permissions'
import { auditOf, organization } from '@kit/attacks/engine/organization-field'
import { namedRows, type Field, type MatrixOf } from '@kit/attacks/engine/row'
import { MAIL } from '@kit/attacks/engine/arena'
import type { Person } from '@kit/attacks/app/people'
import type * as actions from '@/features/invitations/actions'

const email: Field = {
  path: 'email',
  kind: 'text',
  required: true,
  longest: 254,
  lengthen: (length) => `${'a'.repeat(length - '@attack.test'.length)}@attack.test`,
}
const invitationId: Field = { path: 'invitationId', kind: 'uuid', required: true }
const token: Field = { path: 'token', kind: 'text', required: true, longest: 2048 }

const mayInvite = { owner: true, admin: true, editor: false, viewer: false } as const

/** Acting on a viewer's invitation needs a viewer's permissions. */
const asViewer = rolePermissions.viewer

const nomad: Person = 'nomad@gatehouse.test'
const toAcme = (location: string) => location === '/acme'

const matrix: MatrixOf<typeof actions> = {
  createInvitationAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user', 'invitationMail.user', 'invitationMail.mailbox'],
    newAccountLimits: ['invitationMail.newUser'],
    encoding: 'form',
    submits: true,
    stateful: true,
    page: () => '/acme/members/invitations',
    as: 'admin@acme.test',
    mayCall: mayInvite,
    // A custom role ranks with the invited editor.
    needs: null,
    input: invite(FREELANCER, 'editor'),
    fields: [organization, email, { path: 'role', kind: 'choice', required: true }],
    changes: (arena, input, by) => [
      {
        table: 'invitation',
        kind: 'insert',
        rows: 1,
        values: {
          organization_id: arena.organizationId('acme'),
          email: input.email,
          role: input.role,
          status: 'pending',
          sent_count: 1,
          accepted_by: null,
          ...(by && { inviter_id: arena.userId(by) }),
        },
      },
      auditOf(arena, { action: 'invitations.create', target: 'invitation', rows: 1, by }),
      { table: MAIL, kind: 'insert', rows: 1, values: { to: input.email } },
    ],
    answer: 'data',
    refusals: ['CONFLICT', 'NOT_FOUND'],
    once: true,
    refusedByOwnership: [
      { label: 'an admin invites an admin', as: 'admin@acme.test', input: invite(FREELANCER, 'admin') },
      { label: 'an admin invites an owner', as: 'admin@acme.test', input: invite(FREELANCER, 'owner') },
      // The same answer as for any other email, or it would say who is a member.
      {
        label: 'a custom role that may only invite, a member',
        as: 'admin@acme.test',
        input: invite('viewer@acme.test', 'viewer'),
        arrange: mayOnlyInvite,
      },
      {
        label: 'a custom role that may only invite, a stranger',
        as: 'admin@acme.test',
        input: invite(FREELANCER, 'viewer'),
        arrange: mayOnlyInvite,
      },
      // Below their own role, so only the permission is missing.
      { label: 'an editor invites a viewer', as: 'editor@acme.test', input: invite(FREELANCER, 'viewer') },
    ],
    allowedByOwnership: [
      { label: 'an owner invites an owner', as: 'owner@acme.test', input: invite(FREELANCER, 'owner') },
      { label: 'an admin invites a viewer', as: 'admin@acme.test', input: invite(FREELANCER, 'viewer') },
      {
        label: 'a user with an account elsewhere',
        as: 'admin@acme.test',
        input: invite('owner@globex.test', 'viewer'),
      },
    ],
    foreignIds: [],
  },
  resendInvitationAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user', 'invitationMail.user', 'invitation.resend'],
    newAccountLimits: ['invitationMail.newUser'],
    encoding: 'form',
    stateful: true,
    page: () => '/acme/members/invitations',
    as: 'admin@acme.test',
    mayCall: mayInvite,
    needs: { invitation: ['create'], ...asViewer },
    input: pending,
    fields: [organization, invitationId],
    changes: resent,
    answer: 'data',
    refusals: ['NOT_FOUND'],
    refusedByOwnership: tooHigh,
    allowedByOwnership: [
      {
        label: "an owner on an admin's expired invitation",
        as: 'owner@acme.test',
        input: expired,
      },
    ],
    foreignIds: foreign,
  },
  cancelInvitationAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page: () => '/acme/members/invitations',
    as: 'admin@acme.test',
    mayCall: mayInvite,
    needs: { invitation: ['cancel'], ...asViewer },
    input: pending,
    fields: [organization, invitationId],
    changes: (arena, { invitationId: id }, by) => [
      {
        table: 'invitation',
        kind: 'update',
        rows: 1,
        columns: ['status'],
        values: { id, status: 'canceled' },
      },
      auditOf(arena, { action: 'invitations.cancel', target: 'invitation', rows: 1, by }),
    ],
    answer: 'data',
    refusals: ['NOT_FOUND'],
    once: true,
    refusedByOwnership: tooHigh,
    allowedByOwnership: [
      { label: "an owner on an admin's invitation", as: 'owner@acme.test', input: expired },
    ],
    foreignIds: foreign,
  },
  acceptInvitationAction: {
    kind: 'authenticated',
    limits: ['default.user', 'invitationLink.ip'],
    encoding: 'form',
    stateful: true,
    page: () => '/invitations',
    as: nomad,
    input: (arena) => ({ token: arena.record.tokens.invited }),
    fields: [token],
    changes: (arena) => accepted(arena, 'invitations.accept', nomad, nomad),
    answer: { redirect: toAcme },
    joins: 'acme',
    refusals: ['INVALID_TOKEN'],
    once: true,
  },
  declineInvitationAction: {
    kind: 'authenticated',
    limits: ['default.user', 'invitationLink.ip'],
    encoding: 'form',
    stateful: true,
    page: () => '/invitations',
    as: nomad,
    input: (arena) => ({ token: arena.record.tokens.invited }),
    fields: [token],
    changes: (arena) => [
      {
        table: 'invitation',
        kind: 'update',
        rows: 1,
        columns: ['status'],
        values: { email: nomad, status: 'rejected' },
      },
      auditOf(arena, { action: 'invitations.decline', target: 'invitation', rows: 1, by: nomad }),
    ],
    answer: 'data',
    refusals: ['INVALID_TOKEN'],
    once: true,
  },
  signUpInvitedAction: {
    kind: 'public',
    signedOut: true,
    limits: ['default.public', 'invitationLink.ip'],
    encoding: 'form',
    stateful: true,
    page: () => '/invitations',
    input: (arena) => ({
      token: arena.record.tokens.invitedNewcomer,
      name: "Ada O'Neill",
      password: 'an-applicants-pass-word',
    }),
    fields: [
      token,
      { path: 'name', kind: 'text', required: true, longest: 80, free: true },
      { path: 'password', kind: 'text', required: true, longest: 128, secret: true },
    ],
    changes: (arena, input) => [
      {
        table: 'user',
        kind: 'insert',
        rows: 1,
        values: { name: input.name, email: 'invited@attack.test', email_verified: true, role: 'user' },
      },
      { table: 'account', kind: 'insert', rows: 1, values: { provider_id: 'credential' } },
      { table: 'session', kind: 'insert', rows: 1, values: { impersonated_by: null } },
      { table: 'known_browser', kind: 'insert', rows: 1 },
      ...accepted(arena, 'invitations.signUp', 'invited@attack.test'),
    ],
    answer: { redirect: toAcme },
    joins: 'acme',
    refusals: ['INVALID_TOKEN'],
    once: true,
  },
}

export const attacks = namedRows('src/features/invitations/actions.ts', matrix)

export const pages: readonly Page[] = [
  {
    name: 'invitations of an organization',
    path: () => '/acme/members/invitations',
    reader: 'admin@acme.test',
    shows: () => 'auditor@northwind.test',
    stranger: 404,
  },
]

export const demoRows = () => ({
  invitation: demoOrganizations.flatMap((organization) => demoInvitationRows(organization, new Date())),
})
