import { versionOf } from '@kit/action-middleware/input/version'
import type { Arena } from '@kit/attacks/engine/arena'
import type { Page } from '@kit/attacks/engine/page'
import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import type { Person } from '@kit/attacks/app/people'
import type * as actions from '@/features/installation/actions'

const ADMIN: Person = 'root@gatehouse.test'

const stored = { signUp: 'open', signUpDomains: '', organizationCreators: 'everyone', banner: '' }

/** Domains that are this long together, at least 6 characters. */
const domainsOfLength = (length: number) => {
  const last = ((length - 'b.test'.length) % 'a.test '.length) + 'b.test'.length
  return `${'a.test '.repeat((length - last) / 'a.test '.length)}${'b'.repeat(last - '.test'.length)}.test`
}

const matrix: MatrixOf<typeof actions> = {
  changeInstallationAction: {
    kind: 'admin',
    encoding: 'form',
    stateful: true,
    limits: ['default.user', 'installation.change'],
    page: () => '/admin/settings',
    as: ADMIN,
    fresh: true,
    input: () => ({ ...stored, banner: 'Back at noon', reason: 'Maintenance', version: versionOf(stored) }),
    fields: [
      // Listed domains need at least one, and the input has none.
      { path: 'signUp', kind: 'choice', required: true, misleading: ['domains'] },
      {
        path: 'signUpDomains',
        kind: 'text',
        required: true,
        mayBeEmpty: true,
        longest: 1000,
        lengthen: domainsOfLength,
      },
      { path: 'organizationCreators', kind: 'choice', required: true },
      { path: 'banner', kind: 'text', required: true, mayBeEmpty: true, longest: 300, free: true },
      { path: 'reason', kind: 'text', required: true, longest: 500, free: true },
    ],
    edits: 'banner',
    refusals: ['CONFLICT', 'EDIT_CONFLICT'],
    changes: (arena: Arena, { banner }) => [
      { table: 'installation', kind: 'update', rows: 1, columns: ['banner'], values: { banner } },
      {
        table: 'audit_event',
        kind: 'insert',
        rows: 1,
        values: {
          action: 'installation.change',
          target_type: 'installation',
          organization_id: null,
          actor_id: arena.userId(ADMIN),
          visible_to_admins: true,
        },
      },
    ],
    answer: 'data',
  },
}

export const attacks = namedRows('src/features/installation/actions.ts', matrix)

export const pages: readonly Page[] = [
  {
    name: 'the settings of the site',
    path: () => '/admin/settings',
    reader: ADMIN,
    ofEverybody: true,
    shows: () => 'Who can create organizations',
    stranger: 403,
  },
]
