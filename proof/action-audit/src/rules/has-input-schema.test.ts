import { action, server, testRule } from '../testing/rule-cases'
import { hasInputSchema } from './has-input-schema'

const head = "export const a = publicActionClient.metadata({ name: 'tests.run' })"

testRule(hasInputSchema, {
  flagged: {
    'no schema': server(`${head}.action(async () => ({ done: true }))`),
    'an output schema only': server(
      `${head}.outputSchema(z.strictObject({})).action(async () => ({ done: true }))`,
    ),
    'a spread schema': server(`${head}.inputSchema(...schemas).action(async () => ({ done: true }))`),
    'enhanceAction without a schema': server(
      "export const a = enhanceAction(async (data) => ({ done: true }), { name: 'a.b' })",
    ),
    'a bare function with a parameter': server('export async function a(id: string) { return id }'),
    'a bare function that parses something else': server(
      'const schema = z.strictObject({})\nexport async function a(id: string) { schema.parse({}); return id }',
    ),
  },
  fine: {
    'a schema': action({}),
    'a schema in an earlier constant': server(
      `const base = publicActionClient.metadata({ name: 'tests.run' }).inputSchema(z.strictObject({}))\nexport const a = base.action(async () => ({ done: true }))`,
    ),
    enhanceAction: server(
      "export const a = enhanceAction(async () => ({ done: true }), { name: 'a.b', schema: z.strictObject({}) })",
    ),
    'a bare function that parses its input': server(
      'const schema = z.strictObject({})\nexport async function a(input: unknown) { const data = schema.safeParse(input); return data.success }',
    ),
    'a bare function without parameters': server('export async function a() { return 1 }'),
  },
})
