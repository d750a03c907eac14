import { action, server, testRule } from '../testing/rule-cases'
import { exportsBuiltByClient } from './exports-built-by-client'

const chain = `.metadata({ name: 'tests.run' }).inputSchema(z.strictObject({})).action(async () => ({ done: true }))`

testRule(exportsBuiltByClient, {
  flagged: {
    'a TypeScript namespace': server('export namespace Tools { export const run = async () => 1 }'),
    'a TypeScript import alias': server(
      "import * as helpers from './helpers'\nexport import run = helpers.helper",
    ),
    'an escaped directive': "'use\\u0020server'\nexport async function remove() {}",
    'a bare function': server('export async function deleteUser(id: string) { return id }'),
    'a bare arrow function': server('export const deleteUser = async (id: string) => id'),
    'a default export': server('export default async function (id: string) { return id }'),
    'a named function as the default': server('async function remove() {}\nexport { remove as default }'),
    'a re-exported helper': server("export { helper } from './helpers'"),
    'a helper imported and exported': server("import { helper } from './helpers'\nexport { helper }"),
    'a helper through a constant': server("import { helper } from './helpers'\nexport const run = helper"),
    'a whole namespace': server("export * as all from './helpers'"),
    'a re-exported package': server("export * from 'some-package'"),
    'a constant': server('export const LIMIT = 5'),
    'a client made in the same file': server(
      `const publicActionClient2 = { metadata: () => publicActionClient2 }\nexport const a = publicActionClient2${chain}`,
    ),
    'an unrelated import named like a client': `'use server'\nimport { publicActionClient } from './elsewhere'\nimport { z } from 'zod'\nexport const a = publicActionClient${chain}`,
    'a local client named like a configured one': `'use server'\nimport { z } from 'zod'\nimport { createSafeActionClient } from 'next-safe-action'\nconst organizationActionClient = createSafeActionClient()\nexport const a = organizationActionClient${chain}`,
    'a chain without a handler': server(
      "export const a = publicActionClient.metadata({ name: 'tests.run' })",
    ),
    'a destructured export': server('export const { a } = makeActions()'),
    'a value assigned later': server(`export let a = publicActionClient${chain}\na = async () => 1`),
    'a conditional export': server(
      `export const a = process.env.X ? publicActionClient${chain} : async () => 1`,
    ),
    'a computed method name': server(
      "export const a = publicActionClient.inputSchema(z.strictObject({}))['act' + 'ion'](async () => 1)",
    ),
    CommonJS: "'use server'\nexports.remove = async (id) => id",
    'a handler that can’t be analyzed': action({ handler: "require('./handlers').run" }),
    'options that can’t be analyzed': server(
      'export const a = enhanceAction(async () => ({ a: 1 }), makeOptions())',
    ),
    'auth known only at runtime': server(
      'export const a = enhanceAction(async () => ({ a: 1 }), { auth: isProduction })',
    ),
  },
  fine: {
    'a chain': action({}),
    'a stateAction': server(
      `export const a = publicActionClient.metadata({ name: 'tests.run' }).inputSchema(z.strictObject({})).stateAction(async () => ({ done: true }))`,
    ),
    'a renamed client import': `'use server'\nimport { publicActionClient as anyone } from '@kit/action-middleware'\nimport { z } from 'zod'\nexport const a = anyone${chain}`,
    'a client from a namespace import': `'use server'\nimport * as gate from '@kit/action-middleware'\nimport { z } from 'zod'\nexport const a = gate.publicActionClient${chain}`,
    'a client from its own module': `'use server'\nimport { publicActionClient } from '@kit/action-middleware/clients/public-action-client'\nimport { z } from 'zod'\nexport const a = publicActionClient${chain}`,
    'a client with steps, from another file': `'use server'\nimport { ownerActionClient } from './chains'\nimport { z } from 'zod'\nexport const a = ownerActionClient${chain}`,
    'a chain split into constants': server(
      `const base = publicActionClient.metadata({ name: 'tests.run' })\nconst typed = base.inputSchema(z.strictObject({}))\nconst run = typed.action(async () => ({ done: true }))\nexport { run }`,
    ),
    'a re-exported action': "'use server'\nexport { pingAction } from './chains'",
    'an action as the default':
      "'use server'\nimport { pingAction } from './chains'\nexport default pingAction",
    'types next to actions': server(
      `export type Id = string\nexport interface A { a: 1 }\nexport type { Helper } from './helpers'\nexport const a = publicActionClient${chain}`,
    ),
    enhanceAction: server(
      'export const a = enhanceAction(async () => ({ done: true }), { schema: z.strictObject({}), auth: false })',
    ),
    'a file without the directive': "export async function helper(id) { return id }\n'use server'",
    'a directive in parentheses': "('use server')\nexport async function helper(id) { return id }",
  },
})
