import { MAIL, type Arena } from '@kit/attacks/engine/arena'
import type { Page } from '@kit/attacks/engine/page'
import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import type { Person } from '@kit/attacks/app/people'
import type { ExpectedChange } from '@kit/attacks/state/expectation'
import type * as actions from '@/features/impersonation/actions'

const ADMIN: Person = 'root@gatehouse.test'
const PERSON: Person = 'viewer@acme.test'

const form = (arena: Arena) => `/admin/people/${arena.userId(PERSON)}/impersonate`

const recorded = (arena: Arena, action: string): ExpectedChange => ({
  table: 'audit_event',
  kind: 'insert',
  rows: 1,
  values: {
    action,
    target_type: 'user',
    target_id: arena.userId(PERSON),
    actor_id: arena.userId(ADMIN),
    visible_to_admins: true,
  },
})

const matrix: MatrixOf<typeof actions> = {
  startImpersonationAction: {
    kind: 'admin',
    support: true,
    encoding: 'form',
    stateful: true,
    limits: ['default.user', 'impersonation.start'],
    page: form,
    as: ADMIN,
    input: (arena) => ({ personId: arena.userId(PERSON), mode: 'read-write', reason: 'Asked for by mail' }),
    fields: [
      { path: 'personId', kind: 'uuid', required: true },
      { path: 'mode', kind: 'choice', required: true },
      { path: 'reason', kind: 'text', required: true, longest: 500, free: true },
    ],
    fresh: true,
    // The page with the form names the person.
    showsPeople: true,
    // After the first call, the session acts as someone else.
    refusals: ['NOT_FOUND', 'CONFLICT', 'IMPERSONATING'],
    changes: (arena) => [
      {
        table: 'impersonation',
        kind: 'insert',
        rows: 1,
        values: { person_id: arena.userId(PERSON), mode: 'read-write' },
      },
      recorded(arena, 'impersonation.start'),
      { table: MAIL, kind: 'insert', rows: 1, values: { to: PERSON } },
    ],
    answer: { redirect: (location) => location === '/organizations/open' },
    once: true,
  },
  stopImpersonationAction: {
    kind: 'public',
    encoding: 'form',
    stateful: false,
    limits: ['default.public'],
    page: () => '/organizations',
    as: ADMIN,
    impersonating: PERSON,
    input: () => ({}),
    fields: [],
    // It leads to the person's page.
    showsPeople: true,
    refusals: [],
    changes: (arena) => [
      { table: 'impersonation', kind: 'delete', rows: 1, values: { person_id: arena.userId(PERSON) } },
      recorded(arena, 'impersonation.stop'),
    ],
    answer: { redirect: (location) => /^\/admin\/people\/[0-9a-f-]+$/.test(location) },
    once: true,
  },
}

export const attacks = namedRows('src/features/impersonation/actions.ts', matrix)

export const pages: readonly Page[] = [
  {
    name: 'the form that starts an impersonation',
    path: form,
    reader: ADMIN,
    ofEverybody: true,
    shows: () => 'See the site as they do',
    stranger: 403,
  },
]
