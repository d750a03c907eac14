import { action, server, testRule } from '../testing/rule-cases'
import { exportsBuiltByClient } from './exports-built-by-client'

const chain = `.metadata({ name: 'tests.run' }).inputSchema(z.strictObject({})).action(async () => ({ done: true }))`

testRule(exportsBuiltByClient, {
  flagged: {
    'a TypeScript namespace': server('export namespace Tools { export const run = async () => 1 }'),
    'an import of TypeScript': server(
      "import * as helpers from './helpers'\nexport import run = helpers.helper",
    ),
    'a directive with an escape': "'use\\u0020server'\nexport async function remove() {}",
    'a bare function': server('export async function deleteUser(id: string) { return id }'),
    'a bare arrow': server('export const deleteUser = async (id: string) => id'),
    'a default export': server('export default async function (id: string) { return id }'),
    'a default export by name': server('async function remove() {}\nexport { remove as default }'),
    'a helper passed on': server("export { helper } from './helpers'"),
    'a helper imported and exported': server("import { helper } from './helpers'\nexport { helper }"),
    'a helper through a constant': server("import { helper } from './helpers'\nexport const run = helper"),
    'a whole namespace': server("export * as all from './helpers'"),
    'a package passed on': server("export * from 'some-package'"),
    'a constant': server('export const LIMIT = 5'),
    'a client made here': server(
      `const publicActionClient2 = { metadata: () => publicActionClient2 }\nexport const a = publicActionClient2${chain}`,
    ),
    'a stranger by the name of a client': `'use server'\nimport { publicActionClient } from './elsewhere'\nimport { z } from 'zod'\nexport const a = publicActionClient${chain}`,
    'a client of the name in scope': `'use server'\nimport { z } from 'zod'\nimport { createSafeActionClient } from 'next-safe-action'\nconst organizationActionClient = createSafeActionClient()\nexport const a = organizationActionClient${chain}`,
    'a chain without a handler': server(
      "export const a = publicActionClient.metadata({ name: 'tests.run' })",
    ),
    'a destructured export': server('export const { a } = makeActions()'),
    'a value assigned later': server(`export let a = publicActionClient${chain}\na = async () => 1`),
    'a choice of two': server(`export const a = process.env.X ? publicActionClient${chain} : async () => 1`),
    'a computed terminal': server(
      "export const a = publicActionClient.inputSchema(z.strictObject({}))['act' + 'ion'](async () => 1)",
    ),
    CommonJS: "'use server'\nexports.remove = async (id) => id",
    'a handler that cannot be read': action({ handler: "require('./handlers').run" }),
    'options that cannot be read': server(
      'export const a = enhanceAction(async () => ({ a: 1 }), makeOptions())',
    ),
    'a session that the run decides on': server(
      'export const a = enhanceAction(async () => ({ a: 1 }), { auth: isProduction })',
    ),
  },
  fine: {
    'a chain': action({}),
    'another kind of handler': server(
      `export const a = publicActionClient.metadata({ name: 'tests.run' }).inputSchema(z.strictObject({})).stateAction(async () => ({ done: true }))`,
    ),
    'a client under another name': `'use server'\nimport { publicActionClient as anyone } from '@kit/action-middleware'\nimport { z } from 'zod'\nexport const a = anyone${chain}`,
    'a client of a namespace': `'use server'\nimport * as gate from '@kit/action-middleware'\nimport { z } from 'zod'\nexport const a = gate.publicActionClient${chain}`,
    'a client from its own module': `'use server'\nimport { publicActionClient } from '@kit/action-middleware/clients/public-action-client'\nimport { z } from 'zod'\nexport const a = publicActionClient${chain}`,
    'a client with steps, from another file': `'use server'\nimport { ownerActionClient } from './chains'\nimport { z } from 'zod'\nexport const a = ownerActionClient${chain}`,
    'a chain in pieces': server(
      `const base = publicActionClient.metadata({ name: 'tests.run' })\nconst typed = base.inputSchema(z.strictObject({}))\nconst run = typed.action(async () => ({ done: true }))\nexport { run }`,
    ),
    'an action passed on': "'use server'\nexport { pingAction } from './chains'",
    'an action as the default':
      "'use server'\nimport { pingAction } from './chains'\nexport default pingAction",
    'types beside actions': server(
      `export type Id = string\nexport interface A { a: 1 }\nexport type { Helper } from './helpers'\nexport const a = publicActionClient${chain}`,
    ),
    'the one-call form': server(
      'export const a = enhanceAction(async () => ({ done: true }), { schema: z.strictObject({}), auth: false })',
    ),
    'a file that is no server file': "export async function helper(id) { return id }\n'use server'",
    'a directive in parentheses': "('use server')\nexport async function helper(id) { return id }",
  },
})
