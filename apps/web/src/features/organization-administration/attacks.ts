import { MAIL, type Arena } from '@kit/attacks/engine/arena'
import type { Page } from '@kit/attacks/engine/page'
import { namedRows, type Field, type Input, type MatrixOf, type Row } from '@kit/attacks/engine/row'
import { closedOrganization, type OrganizationSlug, type Person } from '@kit/attacks/app/people'
import type { ExpectedChange } from '@kit/attacks/state/expectation'
import type * as actions from '@/features/organization-administration/actions'

const ADMIN: Person = 'root@gatehouse.test'
const REASON = 'Asked for by mail'

const fields: readonly Field[] = [
  { path: 'organizationId', kind: 'uuid', required: true },
  { path: 'reason', kind: 'text', required: true, longest: 500, free: true },
]

type Slug = OrganizationSlug | typeof closedOrganization

const about =
  (slug: Slug) =>
  (arena: Arena): Input => ({ organizationId: arena.organizationId(slug), reason: REASON })

const pageOf = (slug: Slug, name: string) => (arena: Arena) =>
  `/admin/organizations/${arena.organizationId(slug)}/${name}`

/** The change, its record with the reason, and the mail to the owner. */
const decided = (
  arena: Arena,
  slug: Slug,
  { action, columns, values = {} }: { action: string; columns: string[]; values?: Record<string, unknown> },
): ExpectedChange[] => [
  {
    table: 'organization',
    kind: 'update',
    rows: 1,
    columns,
    values: { id: arena.organizationId(slug), ...values },
  },
  {
    table: 'audit_event',
    kind: 'insert',
    rows: 1,
    values: {
      action,
      target_type: 'organization',
      target_id: arena.organizationId(slug),
      organization_id: arena.organizationId(slug),
      actor_id: arena.userId(ADMIN),
      visible_to_admins: true,
    },
  },
  ...(slug === closedOrganization
    ? []
    : [{ table: MAIL, kind: 'insert', rows: 1, values: { to: `owner@${slug}.test` } } as const]),
]

/** The properties that all decisions' rows share. */
const decision = (
  row: Pick<Row, 'limits' | 'input' | 'changes' | 'page'> & Partial<Pick<Row, 'fields'>>,
): Row => ({
  kind: 'admin',
  encoding: 'form',
  stateful: true,
  as: ADMIN,
  fields,
  fresh: true,
  // The page with the form, and the one that it leads to, name the members.
  showsPeople: true,
  answer: {
    redirect: (location, { organizationId }) => location === `/admin/organizations/${String(organizationId)}`,
  },
  refusals: ['NOT_FOUND', 'CONFLICT'],
  once: true,
  ...row,
})

const matrix: MatrixOf<typeof actions> = {
  suspendOrganizationAction: decision({
    limits: ['default.user', 'organizationAdministration.suspend'],
    page: pageOf('acme', 'suspend'),
    input: about('acme'),
    changes: (arena, { reason }) =>
      decided(arena, 'acme', {
        action: 'organization-administration.suspend',
        columns: ['suspended_at', 'suspended_because'],
        ...(reason === REASON && { values: { suspended_because: REASON } }),
      }),
  }),
  restoreOrganizationAction: decision({
    limits: ['default.user', 'organizationAdministration.suspend'],
    page: pageOf(closedOrganization, 'restore'),
    input: about(closedOrganization),
    changes: (arena) =>
      decided(arena, closedOrganization, {
        action: 'organization-administration.restore',
        columns: ['suspended_at', 'suspended_because'],
        values: { suspended_at: null, suspended_because: null },
      }),
  }),
  scheduleDeletionAction: decision({
    limits: ['default.user', 'organizationAdministration.delete'],
    page: pageOf('globex', 'delete'),
    input: (arena) => ({ ...about('globex')(arena), confirmation: 'globex' }),
    fields: [...fields, { path: 'confirmation', kind: 'text', required: true, longest: 48 }],
    changes: (arena) =>
      decided(arena, 'globex', {
        action: 'organization-administration.delete',
        columns: ['deleted_from'],
      }),
  }),
  cancelDeletionAction: decision({
    limits: ['default.user', 'organizationAdministration.delete'],
    page: pageOf(closedOrganization, 'keep'),
    input: about(closedOrganization),
    changes: (arena) =>
      decided(arena, closedOrganization, {
        action: 'organization-administration.keep',
        columns: ['deleted_from'],
        values: { deleted_from: null },
      }),
  }),
}

export const attacks = namedRows('src/features/organization-administration/actions.ts', matrix)

const page = (name: string, path: Page['path'], shows: string): Page => ({
  name,
  path,
  reader: ADMIN,
  ofEverybody: true,
  shows: () => shows,
  stranger: 403,
})

export const pages: readonly Page[] = [
  page('all organizations', () => '/admin/organizations', 'Closed Works'),
  page(
    'an organization for super-admins',
    (arena) => `/admin/organizations/${arena.organizationId('acme')}`,
    'viewer@acme.test',
  ),
  page('a decision about an organization', pageOf('acme', 'suspend'), 'Suspend: Acme'),
]
