import type { Arena } from '@kit/attacks/engine/arena'
import { organization } from '@kit/attacks/engine/organization-field'
import type { Page } from '@kit/attacks/engine/page'
import { namedRows, type Field, type MatrixOf, type Row } from '@kit/attacks/engine/row'
import type { ExpectedChange } from '@kit/attacks/state/expectation'
import type * as actions from '@/features/activity/actions'

const filters: Field = {
  path: 'filters',
  kind: 'text',
  required: true,
  mayBeEmpty: true,
  longest: 1000,
  free: true,
}

const file = {
  encoding: 'form',
  stateful: true,
  limits: ['default.user', 'activity.export'],
  fresh: true,
  answer: 'data',
  refusals: [],
} as const satisfies Partial<Row>

const recorded = (action: string, arena: Arena, inAcme: boolean): ExpectedChange => ({
  table: 'audit_event',
  kind: 'insert',
  rows: 1,
  values: {
    action,
    target_type: 'activity',
    organization_id: inAcme ? arena.organizationId('acme') : null,
    visible_to_admins: true,
  },
})

const matrix: MatrixOf<typeof actions> = {
  exportActivityAction: {
    kind: 'organization',
    ...file,
    page: () => '/acme/activity',
    as: 'admin@acme.test',
    mayCall: { owner: true, admin: true, editor: false, viewer: false },
    needs: { audit: ['read'] },
    input: () => ({ organization: 'acme', filters: '' }),
    fields: [organization, filters],
    changes: (arena) => [recorded('activity.export', arena, true)],
    refusedByOwnership: [],
    allowedByOwnership: [],
    foreignIds: [],
  },
  exportAllActivityAction: {
    kind: 'admin',
    support: true,
    ...file,
    page: () => '/admin/activity',
    as: 'root@gatehouse.test',
    input: () => ({ filters: 'view=refused' }),
    fields: [filters],
    ofEverybody: true,
    changes: (arena) => [recorded('activity.exportAll', arena, false)],
  },
}

export const attacks = namedRows('src/features/activity/actions.ts', matrix)

export const pages: readonly Page[] = [
  {
    name: 'activity of an organization',
    path: () => '/acme/activity',
    reader: 'admin@acme.test',
    shows: () => 'Show only this action',
    stranger: 404,
  },
  {
    name: 'refused requests of an organization',
    path: () => '/acme/activity?view=refused',
    reader: 'admin@acme.test',
    shows: () => 'Filter activity',
    stranger: 404,
  },
  {
    name: 'activity of the whole site',
    path: () => '/admin/activity',
    reader: 'root@gatehouse.test',
    ofEverybody: true,
    shows: () => 'Show only this action',
    stranger: 403,
  },
  {
    name: 'refused requests of the whole site',
    path: () => '/admin/activity?view=refused',
    reader: 'root@gatehouse.test',
    ofEverybody: true,
    shows: () => 'Filter activity',
    stranger: 403,
  },
]
