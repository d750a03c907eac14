import { versionOf } from '@kit/action-middleware/input/version'
import type { Page } from '@kit/attacks/engine/page'
import { endOfMembership } from '@kit/attacks/engine/leaving'
import { auditOf, organization } from '@kit/attacks/engine/organization-field'
import { decision, version } from '@kit/attacks/engine/version-fields'
import { namedRows, type Field, type MatrixOf } from '@kit/attacks/engine/row'
import type * as actions from '@/features/organizations/actions'

const name: Field = { path: 'name', kind: 'text', required: true, longest: 100, free: true }
const slug: Field = {
  path: 'slug',
  misleading: ['admin', 'api', 'organizations', 'sign-in', '404', '500'],
  kind: 'text',
  required: true,
  shortest: 2,
  longest: 48,
  lengthen: (length) => 'a'.repeat(length),
}

const page = () => '/acme/settings'
const ownerOnly = { owner: true, admin: false, editor: false, viewer: false } as const
const mayUpdate = { ...ownerOnly, admin: true } as const
const transferTo = (email: string) => () => ({ organization: 'acme', email })

const matrix: MatrixOf<typeof actions> = {
  createOrganizationAction: {
    kind: 'authenticated',
    limits: ['default.user', 'organization.create'],
    encoding: 'form',
    stateful: true,
    submits: true,
    page: () => '/organizations/new',
    as: 'nomad@gatehouse.test',
    input: () => ({ name: 'Initech & Sons', slug: 'initech' }),
    fields: [name, slug],
    refusals: ['CONFLICT'],
    changes: (arena, input) => [
      { table: 'organization', kind: 'insert', rows: 1, values: { name: input.name, slug: input.slug } },
      { table: 'claimed_slug', kind: 'insert', rows: 1, values: { slug: input.slug } },
      {
        table: 'member',
        kind: 'insert',
        rows: 1,
        values: { user_id: arena.userId('nomad@gatehouse.test'), role: 'owner' },
      },
      {
        table: 'audit_event',
        kind: 'insert',
        rows: 2,
        values: { action: 'organizations.create', actor_id: arena.userId('nomad@gatehouse.test') },
      },
    ],
    answer: { redirect: (location, input) => location === `/${String(input.slug)}` },
    once: true,
  },
  renameOrganizationAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page,
    as: 'admin@acme.test',
    mayCall: mayUpdate,
    needs: { organization: ['update'] },
    input: (arena) => {
      const seen = arena.row('organization', arena.organizationId('acme'))
      return { organization: 'acme', name: 'Acme & Daughters', version: versionOf({ name: seen.name }) }
    },
    fields: [organization, name, version, decision],
    edits: 'name',
    refusals: ['NOT_FOUND'],
    changes: (arena, input, by) => [
      {
        table: 'organization',
        kind: 'update',
        rows: 1,
        columns: ['name'],
        values: { id: arena.organizationId('acme'), name: input.name },
      },
      auditOf(arena, { action: 'organizations.rename', target: 'organization', rows: 1, by }),
    ],
    answer: 'data',
    refusedByOwnership: [],
    allowedByOwnership: [],
    foreignIds: [],
  },
  changeSlugAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user', 'organization.changeSlug'],
    encoding: 'form',
    stateful: true,
    page,
    as: 'admin@acme.test',
    mayCall: mayUpdate,
    needs: { organization: ['update'] },
    input: () => ({ organization: 'acme', slug: 'acme-works' }),
    fields: [organization, slug],
    refusals: ['CONFLICT', 'NOT_FOUND'],
    changes: (arena, input, by) => [
      {
        table: 'organization',
        kind: 'update',
        rows: 1,
        columns: ['slug'],
        values: { id: arena.organizationId('acme'), slug: input.slug },
      },
      {
        table: 'claimed_slug',
        kind: 'insert',
        rows: 1,
        values: { slug: input.slug, organization_id: arena.organizationId('acme') },
      },
      auditOf(arena, { action: 'organizations.changeSlug', target: 'organization', rows: 1, by }),
    ],
    answer: { redirect: (location, input) => location === `/${String(input.slug)}/settings` },
    once: true,
    refusedByOwnership: [],
    allowedByOwnership: [],
    foreignIds: [],
  },
  leaveOrganizationAction: {
    kind: 'organization',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page,
    as: 'viewer@acme.test',
    mayCall: { owner: false, admin: true, editor: true, viewer: true },
    needs: 'membership',
    // The last owner.
    roleRefusals: { owner: 'CONFLICT' },
    input: () => ({ organization: 'acme', sure: 'yes' }),
    fields: [organization, { path: 'sure', kind: 'choice', required: true }],
    refusals: ['NOT_FOUND'],
    changes: (arena, _input, by = 'viewer@acme.test') =>
      endOfMembership(arena, { action: 'organizations.leave', of: by, by }),
    answer: { redirect: (location) => location === '/organizations' },
    once: true,
    refusedByOwnership: [],
    allowedByOwnership: [],
    foreignIds: [],
  },
  requireTwoFactorAction: {
    kind: 'organization',
    limits: ['default.user', 'organization.requireTwoFactor'],
    fresh: true,
    twoFactor: true,
    encoding: 'form',
    stateful: true,
    page,
    as: 'owner@acme.test',
    mayCall: ownerOnly,
    needs: null,
    input: () => ({ organization: 'acme', required: 'yes' }),
    fields: [organization, { path: 'required', kind: 'choice', required: true }],
    refusals: ['NOT_FOUND'],
    changes: (arena, _input, by) => [
      {
        table: 'organization',
        kind: 'update',
        rows: 1,
        columns: ['two_factor_required'],
        values: { id: arena.organizationId('acme'), two_factor_required: true },
      },
      auditOf(arena, { action: 'organizations.requireTwoFactor', target: 'organization', rows: 1, by }),
    ],
    answer: { redirect: (location) => location === '/acme/settings' },
    refusedByOwnership: [],
    allowedByOwnership: [],
    foreignIds: [],
  },
  transferOwnershipAction: {
    kind: 'organization',
    limits: ['default.user', 'organization.transfer'],
    fresh: true,
    encoding: 'form',
    stateful: true,
    page,
    as: 'owner@acme.test',
    mayCall: ownerOnly,
    // The caller becomes an admin.
    needs: null,
    input: transferTo('editor@acme.test'),
    fields: [
      organization,
      {
        path: 'email',
        kind: 'text',
        required: true,
        longest: 254,
        lengthen: (length) => `${'a'.repeat(length - '@acme.test'.length)}@acme.test`,
      },
    ],
    // After the first transfer the caller is an admin.
    refusals: ['NOT_FOUND', 'FORBIDDEN'],
    changes: (arena, _input, by) => [
      {
        table: 'member',
        kind: 'update',
        rows: 1,
        columns: ['role'],
        values: { id: arena.memberId('acme', 'editor@acme.test'), role: 'owner' },
      },
      {
        table: 'member',
        kind: 'update',
        rows: 1,
        columns: ['role'],
        values: { id: arena.memberId('acme', 'owner@acme.test'), role: 'admin' },
      },
      auditOf(arena, { action: 'organizations.transfer', target: 'member', rows: 2, by }),
    ],
    answer: { redirect: (location) => location === '/acme/members' },
    once: true,
    refusedByOwnership: [],
    allowedByOwnership: [],
    foreignIds: ['owner@globex.test', 'nomad@gatehouse.test', 'owner@acme.test', 'nobody@acme.test'].map(
      (email) => ({ label: `to ${email}`, input: transferTo(email), refusal: 'NOT_FOUND' as const }),
    ),
  },
  deleteOrganizationAction: {
    kind: 'organization',
    limits: ['default.user', 'organization.delete'],
    fresh: true,
    encoding: 'form',
    stateful: true,
    page,
    as: 'owner@acme.test',
    mayCall: ownerOnly,
    needs: { organization: ['delete'] },
    input: () => ({ organization: 'acme', confirmation: 'acme' }),
    fields: [organization, { path: 'confirmation', kind: 'text', required: true, longest: 48 }],
    refusals: ['NOT_FOUND'],
    changes: (arena, _input, by) => {
      const organization_id = arena.organizationId('acme')
      const counts = arena.tenantTables().map((table) => ({
        table,
        rows: arena.rows(table).filter((row) => row.organization_id === organization_id).length,
      }))
      return [
        { table: 'organization', kind: 'delete', rows: 1, values: { id: organization_id } },
        { table: 'claimed_slug', kind: 'delete', rows: 1, values: { organization_id } },
        ...[{ table: 'organization', rows: 1 }, ...counts].map(({ table, rows }) =>
          auditOf(arena, { action: 'organizations.delete', target: table, rows, by }),
        ),
        ...counts.map(({ table, rows }) => ({
          table,
          kind: 'delete' as const,
          rows,
          values: { organization_id },
        })),
      ]
    },
    answer: { redirect: (location) => location === '/organizations' },
    once: true,
    refusedByOwnership: [],
    allowedByOwnership: [],
    foreignIds: [],
  },
}

export const attacks = namedRows('src/features/organizations/actions.ts', matrix)

export const pages: readonly Page[] = [
  {
    name: 'settings of an organization',
    path: () => '/acme/settings',
    reader: 'editor@acme.test',
    shows: () => 'Leave organization',
    stranger: 404,
  },
  {
    name: 'organizations of a person',
    path: () => '/organizations',
    reader: 'editor@acme.test',
    shows: () => 'Acme',
    stranger: 200,
  },
]
