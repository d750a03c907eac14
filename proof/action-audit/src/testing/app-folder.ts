import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { settingsFor, type Settings } from '../config/load-config'
import type { BuildUse } from '../inventory/build/compare-with-build'
import type { Inventory } from '../inventory/inventory'
import { takeInventory } from '../inventory/take-inventory'
import { Project } from '../project/project'

export type Files = Record<string, string | Uint8Array>

/** Creates a temporary Next app of these files. */
export function withApp<Result>(files: Files, look: (folder: string) => Result): Result {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'action-audit-app-')))
  try {
    for (const [name, content] of Object.entries({ 'next.config.ts': 'export default {}\n', ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    return look(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function inventoryOf(files: Files, build: BuildUse = 'use'): Inventory {
  return withApp(files, (folder) =>
    takeInventory({ project: new Project(), settings: strict(settingsFor(folder)) }, { build }),
  )
}

/** Uses the strict rules, like this repository. */
export function strict({ root, config }: Settings): Settings {
  return { root, config: { ...config, rules: 'strict' } }
}

/** A Next 16 manifest for endpoints given as `file#export`. */
export function manifestOf(...endpoints: string[]): Files {
  const node = Object.fromEntries(
    endpoints.map((endpoint, index) => {
      const [filename, exportedName] = endpoint.split('#')
      return [`40${String(index).padStart(40, '0')}`, { filename, exportedName }]
    }),
  )
  return { '.next/server/server-reference-manifest.json': JSON.stringify({ node, edge: {} }) }
}

export const guardedConfig = JSON.stringify({
  clients: {
    publicActionClient: { access: 'public', limit: 'default.public' },
    organizationActionClient: { access: 'organization', limit: 'default.user' },
  },
  matrix: 'e2e/matrix',
  rules: 'strict',
})

/** An app with one fully analyzable action. */
export const guardedApp: Files = {
  'action-audit.config.json': guardedConfig,
  'src/features/tasks/schema.ts': `import { z } from 'zod'
export const renameTaskSchema = z.strictObject({
  organization: z.string().min(2).max(48),
  taskId: z.uuid(),
  title: z.string().trim().max(200),
  tags: z.array(z.enum(['a', 'b'])).max(5).optional(),
})
`,
  'src/features/tasks/actions.ts': `'use server'
import {
  organizationActionClient, withCaptcha, withFeaturePermission, withFreshSession, withMinRole, withRateLimit, withResource,
} from '@kit/action-middleware'
import { renameTaskSchema } from './schema'

const withOwnTask = withResource({ ids: ({ taskId }) => [taskId] })

export const renameTaskAction = organizationActionClient
  .metadata({ name: 'tasks.rename' })
  .use(withMinRole('editor'))
  .use(withFeaturePermission({ task: ['update', 'read'] }))
  .use(withRateLimit('tasks.rename'))
  .use(withCaptcha())
  .use(withFreshSession())
  .inputSchema(renameTaskSchema)
  .useValidated(withOwnTask)
  .action(async ({ parsedInput }) => ({ id: parsedInput.taskId }))
`,
  'src/app/page.tsx': `import { renameTaskAction } from '../features/tasks/actions'
export default () => <form action={renameTaskAction} />
`,
  'e2e/matrix/tasks/tasks.ts': `import { namedRows } from './row'
const matrix = { renameTaskAction: { kind: 'organization' } }
export const taskRows = namedRows('src/features/tasks/actions.ts', matrix)
`,
}
