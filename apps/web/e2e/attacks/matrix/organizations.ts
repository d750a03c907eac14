import { namedRows, type MatrixOf } from './row'
import type * as actions from '@/features/organizations/actions'

const matrix: MatrixOf<typeof actions> = {
  createOrganizationAction: {
    kind: 'authenticated',
    encoding: 'form',
    stateful: true,
    page: () => '/organizations/new',
    as: 'nomad@gatehouse.test',
    input: () => ({ name: 'Initech & Sons', slug: 'initech' }),
    fields: [
      { path: 'name', kind: 'text', required: true, longest: 100, free: true },
      { path: 'slug', kind: 'text', required: true, longest: 48, lengthen: (length) => 'a'.repeat(length) },
    ],
    refusals: ['CONFLICT'],
    changes: (arena, input) => [
      { table: 'organization', kind: 'insert', rows: 1, values: { name: input.name, slug: input.slug } },
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
    answer: { redirect: (location, input) => location === `/${String(input.slug)}/tasks` },
    once: true,
  },
}

export const organizationRows = namedRows('src/features/organizations/actions.ts', matrix)
