import { describe, expect, it } from 'vitest'
import { guardedApp, inventoryOf, manifestOf, type Files } from '../testing/app-folder'
import { inventorySchema, type Inventory } from './inventory'

const ACTIONS = 'src/features/tasks/actions.ts'

const open = ({ findings }: Inventory) =>
  findings.filter(({ waiver }) => waiver === undefined).map(({ file, rule }) => `${file} ${rule}`)

/** The guarded app with added or replaced files. */
const changed = (files: Files) => inventoryOf({ ...guardedApp, ...files })

const text = (name: string) => String(guardedApp[name])

describe('a fully analyzable endpoint', () => {
  const inventory = inventoryOf({ ...guardedApp, ...manifestOf(`${ACTIONS}#renameTaskAction`) })

  it('is listed with all details', () => {
    expect(inventory.endpoints).toEqual([
      {
        id: `40${'0'.repeat(40)}`,
        file: ACTIONS,
        line: 9,
        exportName: 'renameTaskAction',
        name: 'tasks.rename',
        form: 'chain',
        client: 'organizationActionClient',
        access: 'organization',
        role: 'editor',
        permissions: { task: ['update', 'read'] },
        resource: 'withOwnTask',
        limits: [
          { policy: 'default.user', of: 'client' },
          { policy: 'tasks.rename', of: 'action' },
        ],
        captcha: true,
        freshSession: true,
        input: [
          { path: 'organization', kind: 'string', min: 2, max: 48 },
          { path: 'taskId', kind: 'string', format: 'uuid' },
          { path: 'title', kind: 'string', max: 200 },
          { path: 'tags', kind: 'list', max: 5, optional: true },
          { path: 'tags[]', kind: 'choice', values: ['a', 'b'] },
        ],
        output: 'picked',
        checksInBody: [],
        // This app's gate is a package, which is not analyzed.
        guards: {
          changes: true,
          reads: false,
          authentication: {
            status: 'declared',
            reason: 'organizationActionClient requires organization',
            needed: true,
          },
          authorization: { status: 'declared', reason: 'use() of the chain', needed: true },
          validation: {
            status: 'declared',
            at: { file: ACTIONS, line: 16 },
            by: 'the input schema',
            needed: true,
          },
          limits: {
            status: 'declared',
            reason: 'organizationActionClient is limited by "default.user"',
            needed: true,
          },
        },
        usedIn: ['src/app/page.tsx'],
        attacked: true,
        findings: [],
      },
    ])
  })

  it('has no findings and passes the whole checklist', () => {
    expect(inventory.summary).toEqual({ endpoints: 1, open: 0, waived: 0 })
    expect(inventory.apps).toEqual([{ folder: '', build: 'compared' }])
    expect(new Set(inventory.checklist.map(({ answer }) => answer))).toEqual(new Set(['yes']))
  })

  it('does not confirm completeness without a build to compare with', () => {
    const answers = inventoryOf(guardedApp).checklist.map(({ answer }) => answer)
    expect(answers).toEqual([...Array(8).fill('yes'), 'unknown'])
  })

  it('matches the published schema', () => {
    expect(inventorySchema.parse(JSON.parse(JSON.stringify(inventory)))).toEqual(inventory)
  })
})

describe('a removed protection', () => {
  it.each([
    [
      'is-authorized',
      'permission and role',
      [".use(withMinRole('editor'))", ".use(withFeaturePermission({ task: ['update', 'read'] }))"],
    ],
    ['has-input-schema', 'the schema', ['.inputSchema(renameTaskSchema)']],
    ['has-metadata', 'the name', [".metadata({ name: 'tasks.rename' })"]],
  ])('is reported: %s without %s', (rule, _, parts) => {
    const source = parts.reduce((left, part) => left.replace(part, ''), text(ACTIONS))
    expect(open(changed({ [ACTIONS]: source }))).toEqual([`${ACTIONS} ${rule}`])
  })

  it('is reported: a bound of the schema', () => {
    const schema = text('src/features/tasks/schema.ts').replace('.trim().max(200)', '')
    const inventory = changed({ 'src/features/tasks/schema.ts': schema })
    expect(open(inventory)).toEqual([`${ACTIONS} bounded-input`])
    expect(inventory.endpoints[0]?.findings[0]?.message).toContain('src/features/tasks/schema.ts:5')
    expect(inventory.checklist[0]).toMatchObject({ answer: 'no', open: 1 })
  })
})

describe('the build manifest', () => {
  it('reports an endpoint that is not in the source', () => {
    const more = manifestOf(`${ACTIONS}#renameTaskAction`, 'node_modules/some-package/actions.js#invalidate')
    expect(open(changed(more))).toEqual(['node_modules/some-package/actions.js not-in-source'])
  })

  it('reports an endpoint that is not in the build', () => {
    expect(open(changed(manifestOf()))).toEqual([`${ACTIONS} not-in-build`])
  })

  it('ignores cached functions', () => {
    const cached = manifestOf(`${ACTIONS}#renameTaskAction`, 'src/app/page.tsx#$$RSC_SERVER_CACHE_0')
    expect(open(changed(cached))).toEqual([])
  })

  it('matches an inline action in the source and in the build', () => {
    const page = "export default () => <form action={async () => { 'use server' }} />\n"
    const inventory = changed({
      'src/app/page.tsx': page,
      ...manifestOf(`${ACTIONS}#renameTaskAction`, 'src/app/page.tsx#$$RSC_SERVER_ACTION_0'),
    })
    expect(open(inventory)).toEqual(['src/app/page.tsx not-attacked', 'src/app/page.tsx no-inline-server'])
    expect(inventory.endpoints.find(({ form }) => form === 'inline')?.findings).toHaveLength(2)
  })

  it.each([
    ['use', 'absent', []],
    ['require', 'absent', [' not-in-build']],
    ['ignore', 'ignored', []],
  ] as const)('is handled as requested when it is absent: %s', (use, build, findings) => {
    const inventory = inventoryOf(guardedApp, use)
    expect(inventory.apps).toEqual([{ folder: '', build }])
    expect(open(inventory)).toEqual(findings)
  })

  it.each(['{', '{"node":{"4000":{"workers":{}}},"edge":{}}'])(
    'is not trusted when it cannot be read: %s',
    (manifest) => {
      const inventory = changed({ '.next/server/server-reference-manifest.json': manifest })
      expect(inventory.apps).toEqual([{ folder: '', build: 'unreadable' }])
      expect(open(inventory)).toEqual([' not-in-build'])
    },
  )
})

describe('the attack matrix', () => {
  it('reports an endpoint without a row', () => {
    const rows = text('e2e/matrix/tasks/tasks.ts').replace('renameTaskAction:', 'otherAction:')
    const inventory = changed({ 'e2e/matrix/tasks/tasks.ts': rows })
    expect(open(inventory)).toEqual(['e2e/matrix/tasks/tasks.ts stale-row', `${ACTIONS} not-attacked`])
    expect(inventory.endpoints[0]?.attacked).toBe(false)
  })

  it('reads spread rows', () => {
    const rows = `import { namedRows } from './row'
import { shared } from './shared'
export const taskRows = namedRows('src/features/tasks/actions.ts', { ...shared })`
    const inventory = changed({
      'e2e/matrix/tasks/tasks.ts': rows,
      'e2e/matrix/tasks/shared.ts': 'export const shared = { renameTaskAction: {} }',
    })
    expect(open(inventory)).toEqual([])
  })

  it('is not required if there is none', () => {
    const inventory = changed({ 'action-audit.config.json': '{}' })
    expect(inventory.endpoints[0]?.attacked).toBeNull()
  })
})

describe('a waiver', () => {
  const unlimited = { 'action-audit.config.json': '{}' }
  const waived = (comment: string) =>
    changed({
      ...unlimited,
      [ACTIONS]: text(ACTIONS)
        .replace(".use(withRateLimit('tasks.rename'))", '')
        .replace('export const', `${comment}\nexport const`),
    })

  it('waives a finding and is counted', () => {
    const inventory = waived('// action-audit-waive is-limited: An intranet of ten people.')
    expect(open(inventory)).toEqual([])
    expect(inventory.summary.waived).toBe(1)
    expect(inventory.endpoints[0]?.findings).toMatchObject([
      { rule: 'is-limited', waiver: 'An intranet of ten people.' },
    ])
    expect(inventory.checklist[3]).toMatchObject({ answer: 'yes', waived: 1 })
  })

  it.each([
    ['without a reason', '// action-audit-waive is-limited', ['is-limited', 'waiver-fault']],
    ['of another rule', '// action-audit-waive has-metadata: It has none.', ['is-limited', 'waiver-fault']],
    ['of no rule', '// action-audit-waive everything: I am in a hurry.', ['is-limited', 'waiver-fault']],
    ['of a linter', '// oxlint-disable-next-line', ['is-limited']],
  ])('%s has no effect', (_, comment, rules) => {
    const found = open(waived(comment)).map((each) => each.split(' ')[1])
    expect(found.toSorted()).toEqual(rules)
  })

  it('does not apply to another statement', () => {
    const elsewhere = text(ACTIONS)
      .replace(".use(withRateLimit('tasks.rename'))", '')
      .replace('const withOwnTask', '// action-audit-waive is-limited: Elsewhere.\nconst withOwnTask')
    expect(
      open(changed({ ...unlimited, [ACTIONS]: elsewhere }))
        .map((each) => each.split(' ')[1])
        .toSorted(),
    ).toEqual(['is-limited', 'waiver-fault'])
  })
})

describe('the whole list', () => {
  it('reports duplicate action names', () => {
    const copy = text(ACTIONS).replace('renameTaskAction', 'otherAction')
    const inventory = changed({
      'src/features/other/actions.ts': copy,
      'src/features/other/schema.ts': text('src/features/tasks/schema.ts'),
    })
    expect(open(inventory)).toContain(`${ACTIONS} duplicate-name`)
  })

  it('skips build output and dependencies, and reads tests with actions', () => {
    const server = "'use server'\nexport async function run() {}\n"
    const inventory = changed({
      'package.json': '{}',
      'src/features/tasks/actions.test.ts': server,
      'src/features/tasks/other.test.ts': 'export const notRead = 1\n',
      'node_modules/a/actions.ts': server,
      'dist/actions.js': server,
      '.next/server/actions.js': server,
      'e2e/actions.ts': server,
    })
    expect(inventory.endpoints.map(({ file }) => file)).toEqual([
      'e2e/actions.ts',
      ACTIONS.replace('.ts', '.test.ts'),
      ACTIONS,
    ])
    expect(inventory.skipped).toEqual([{ reason: 'made by a tool: dist/ next to a package.json', files: 1 }])
  })

  it('reports unreadable files', () => {
    const inventory = changed({ 'src/broken.ts': "'use server'\nexport async function half( {\n" })
    expect(inventory.unreadable).toMatchObject([{ file: 'src/broken.ts', line: 3 }])
    expect(open(inventory)).toEqual(['src/broken.ts unread-file'])
    expect(new Set(inventory.checklist.map(({ answer }) => answer))).toEqual(new Set(['unknown']))
  })
})
