import { action, server, testRule } from '../testing/rule-cases'
import { hasMetadata } from './has-metadata'

const rest = '.inputSchema(z.strictObject({})).action(async () => ({ done: true }))'

testRule(hasMetadata, {
  flagged: {
    'no metadata': server(`export const a = publicActionClient${rest}`),
    'metadata without a name': server(`export const a = publicActionClient.metadata({ echo: ['b'] })${rest}`),
    'a name made at runtime': server(
      `export const a = publicActionClient.metadata({ name: nameOf('a') })${rest}`,
    ),
    'a name from the environment': server(
      `export const a = publicActionClient.metadata({ name: process.env.NAME })${rest}`,
    ),
    'a spread that could hide the name': server(
      `export const a = publicActionClient.metadata({ ...given() })${rest}`,
    ),
    'the same name twice': server(
      `export const a = publicActionClient.metadata({ name: 'tests.run' })${rest}\nexport const b = publicActionClient.metadata({ name: 'tests.run' })${rest}`,
    ),
    'enhanceAction without a name': server(
      'export const a = enhanceAction(async () => ({ done: true }), {})',
    ),
  },
  fine: {
    'a name': action({}),
    'a name from a constant': server(
      `const name = 'tests.run'\nexport const a = publicActionClient.metadata({ name })${rest}`,
    ),
    'a name built from constants': server(
      `const domain = 'tests'\nexport const a = publicActionClient.metadata({ name: \`\${domain}.run\` })${rest}`,
    ),
    'metadata from a spread constant': server(
      `const meta = { name: 'tests.run' }\nexport const a = publicActionClient.metadata({ ...meta, echo: [] })${rest}`,
    ),
    'two names': server(
      `export const a = publicActionClient.metadata({ name: 'tests.run' })${rest}\nexport const b = publicActionClient.metadata({ name: 'tests.go' })${rest}`,
    ),
    'a bare function, which another rule flags': server('export async function a() {}'),
  },
})
