import { each, withArticle, type NewDomain } from '../domain'
import type { Field } from '../fields'
import { kindOf } from '../kinds/kind-of'

export function attacksFile(domain: NewDomain): string {
  const { one, many, fields, title } = domain
  const id = `${one.camel}Id`
  const fieldOf = (field: Field) => `{ path: '${field.name.camel}', ${kindOf(field, domain).attack} },`
  return `
import { versionOf } from '@kit/action-middleware/input/version'
import { demoOrganizations } from '@kit/db/demo/demo'
import { demo${one.pascal}Rows } from '@kit/db/${many.kebab}/demo'
import type { OrganizationSlug, Person } from '@kit/attacks/app/people'
import type { Arena } from '@kit/attacks/engine/arena'
import { auditOf, organization } from '@kit/attacks/engine/organization-field'
import type { Page } from '@kit/attacks/engine/page'
import { decision, version } from '@kit/attacks/engine/version-fields'
import {
  namedRows,
  type Field,
  type ForeignCase,
  type Input,
  type MatrixOf,
  type OwnershipCase,
} from '@kit/attacks/engine/row'
import type * as actions from '@/features/${many.kebab}/actions'

const contentFields: readonly Field[] = [
  organization,
  ${each(fields, fieldOf)}
]
const ${id}: Field = { path: '${id}', kind: 'uuid', required: true }

const mayWrite = { owner: true, admin: true, editor: true, viewer: false } as const

const content = {
  organization: 'acme',
  ${each(fields, (field) => `${field.name.camel}: ${kindOf(field, domain).sent},`)}
}

const storedContent = (arena: Arena, input: Input) => ({
  organization_id: arena.organizationId('acme'),
  ${each(fields, (field) => `${field.name.snake}: ${kindOf(field, domain).stored},`)}
})

const recordOf = (arena: Arena, action: string, by?: Person) =>
  auditOf(arena, { action, target: '${one.snake}', rows: 1, by })

/** The first demo ${one.words} of this creator. */
const createdBy = (person: Person, slug: OrganizationSlug = 'acme') => (arena: Arena) =>
  idOf(
    arena,
    (row) => row.created_by === arena.userId(person) && row.organization_id === arena.organizationId(slug),
  )

function idOf(arena: Arena, is: (row: Record<string, unknown>) => boolean): string {
  const found = arena.rows('${one.snake}').find(is)
  if (!found) throw new Error('The demo data has no matching ${one.words}.')
  return String(found.id)
}

const titleOf = (arena: Arena, id: string) => String(arena.row('${one.snake}', id).${title.name.snake})

/** The first row of the list. */
function newest(arena: Arena): string {
  const acme = arena.rows('${one.snake}').filter(({ organization_id }) => organization_id === arena.organizationId('acme'))
  return String(acme.toSorted((a, b) => String(b.created_at).localeCompare(String(a.created_at)))[0]?.id)
}

const NOBODY = '00000000-0000-4000-8000-000000000000'
const editorsOwn = createdBy('editor@acme.test')
const ownersOwn = createdBy('owner@acme.test')

type MakeInput = (id: (arena: Arena) => string) => (arena: Arena) => Input

/** The version of the seeded values, in any organization. */
function versionOf${one.pascal}(arena: Arena, id: string): string {
  const row = arena.rows('${one.snake}').find((each) => each.id === id)
  return versionOf({
    ${each(fields, ({ name }) => `${name.camel}: row?.${name.snake},`)}
  })
}

const update: MakeInput = (id) => (arena) => ({
  ...content,
  ${id}: id(arena),
  version: versionOf${one.pascal}(arena, id(arena)),
})
const remove: MakeInput = (id) => (arena) => ({ organization: 'acme', ${id}: id(arena) })

const refusedByOwnership = (make: MakeInput): OwnershipCase[] => [
  { label: "an editor on another's ${one.words}", as: 'editor@acme.test', input: make(ownersOwn) },
  { label: "both@ on another's ${one.words}", as: 'both@gatehouse.test', input: make(ownersOwn) },
]

const allowedByOwnership = (make: MakeInput): OwnershipCase[] => [
  { label: "an admin on another's ${one.words}", as: 'admin@acme.test', input: make(ownersOwn) },
  {
    label: 'both@ in Acme, where they are editor',
    as: 'both@gatehouse.test',
    input: make(createdBy('both@gatehouse.test')),
  },
]

const foreignIds = (make: MakeInput): ForeignCase[] => [
  {
    label: "the other organization's ${one.words}",
    input: make(createdBy('owner@globex.test', 'globex')),
    refusal: 'NOT_FOUND',
  },
  { label: '${withArticle(one.words)} that does not exist', input: make(() => NOBODY), refusal: 'NOT_FOUND' },
]

const matrix: MatrixOf<typeof actions> = {
  create${one.pascal}Action: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user', '${many.kebab}.create'],
    encoding: 'form',
    stateful: true,
    submits: true,
    page: () => '/acme/${many.kebab}/new',
    as: 'editor@acme.test',
    mayCall: mayWrite,
    needs: { ${one.camel}: ['create'] },
    input: () => content,
    fields: contentFields,
    changes: (arena, input, by) => [
      {
        table: '${one.snake}',
        kind: 'insert',
        rows: 1,
        // The caller is the creator, whatever the input says.
        values: { ...storedContent(arena, input), ...(by && { created_by: arena.userId(by) }) },
      },
      recordOf(arena, '${many.kebab}.create', by),
    ],
    answer: {
      redirect: (location) => /^\\/acme\\/${many.kebab}\\/([0-9a-f-]{36}|new)\\?created=[0-9a-f-]{36}$/.test(location),
    },
    refusals: ['NOT_FOUND'],
    refusedByOwnership: [],
    allowedByOwnership: [],
    foreignIds: [],
  },
  update${one.pascal}Action: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page: (arena) => \`/acme/${many.kebab}/\${editorsOwn(arena)}\`,
    as: 'editor@acme.test',
    mayCall: mayWrite,
    needs: { ${one.camel}: ['update'] },
    input: update(editorsOwn),
    fields: [...contentFields, ${id}, version, decision],
    edits: '${title.name.camel}',
    changes: (arena, input, by) => {
      const stored = Object.entries(storedContent(arena, input))
      const before = arena.row('${one.snake}', String(input.${id}))
      const changed = stored.filter(([column, value]) => before[column] !== value)
      return [
        {
          table: '${one.snake}',
          kind: 'update',
          rows: 1,
          columns: [...changed.map(([column]) => column), 'updated_at'],
          values: { id: input.${id}, ...Object.fromEntries(stored) },
        },
        recordOf(arena, '${many.kebab}.update', by),
      ]
    },
    answer: 'data',
    refusals: ['NOT_FOUND'],
    refusedByOwnership: refusedByOwnership(update),
    allowedByOwnership: allowedByOwnership(update),
    foreignIds: foreignIds(update),
  },
  delete${one.pascal}Action: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page: (arena) => \`/acme/${many.kebab}/\${editorsOwn(arena)}\`,
    as: 'editor@acme.test',
    mayCall: mayWrite,
    needs: { ${one.camel}: ['delete'] },
    input: remove(editorsOwn),
    fields: [organization, ${id}],
    changes: (arena, input, by) => [
      { table: '${one.snake}', kind: 'delete', rows: 1, values: { id: input.${id} } },
      recordOf(arena, '${many.kebab}.delete', by),
    ],
    answer: { redirect: (location) => location === '/acme/${many.kebab}' },
    refusals: ['NOT_FOUND'],
    once: true,
    refusedByOwnership: refusedByOwnership(remove),
    allowedByOwnership: allowedByOwnership(remove),
    foreignIds: foreignIds(remove),
  },
}

export const attacks = namedRows('src/features/${many.kebab}/actions.ts', matrix)

export const pages: readonly Page[] = [
  {
    name: 'the ${many.words} of an organization',
    path: () => '/acme/${many.kebab}',
    reader: 'viewer@acme.test',
    shows: (arena) => titleOf(arena, newest(arena)),
    stranger: 404,
  },
  {
    name: 'an empty list of ${many.words}',
    path: () => '/acme/${many.kebab}?search=nothing-has-this',
    reader: 'viewer@acme.test',
    shows: () => 'No matching ${many.words}',
    stranger: 404,
  },
  {
    name: '${withArticle(one.words)}',
    path: (arena) => \`/acme/${many.kebab}/\${ownersOwn(arena)}\`,
    reader: 'editor@acme.test',
    shows: (arena) => titleOf(arena, ownersOwn(arena)),
    stranger: 404,
  },
  {
    name: 'the form of ${withArticle(one.words)}',
    path: () => '/acme/${many.kebab}/new',
    reader: 'editor@acme.test',
    shows: () => 'Create ${one.words}',
    stranger: 404,
  },
]

export const demoRows = () => ({
  ${one.snake}: demoOrganizations.flatMap((demo) => demo${one.pascal}Rows(demo, new Date())),
})
`
}
