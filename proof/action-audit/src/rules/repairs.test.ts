import { join } from 'node:path'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { babel } from '../testing/babel'
import { action, casesFolder, server } from '../testing/rule-cases'
import { boundedInput } from './bounded-input'
import type { AuditRule } from './define-rule'
import { hasMetadata } from './has-metadata'
import { noClientInput } from './no-client-input'
import { noOpenRedirect } from './no-open-redirect'

const filename = join(casesFolder, 'case-actions.tsx')

function lint(rule: AuditRule, code: string) {
  const linter = new Linter({ cwd: casesFolder })
  const config: Linter.Config = {
    files: ['**/*.tsx'],
    languageOptions: babel,
    plugins: { audit: { rules: { [rule.name]: rule } } },
    rules: { [`audit/${rule.name}`]: 'error' },
  }
  return {
    messages: () => linter.verify(code, config, { filename }),
    fixed: () => linter.verifyAndFix(code, config, { filename }),
  }
}

const redirecting = (imports: string) =>
  `'use server'
import { redirect } from 'next/navigation'
${imports}
export async function go(form) {
  redirect(form.get('next'))
}
`

describe('a fix', () => {
  it.each([
    [
      'reads the parsed input',
      noClientInput,
      action({
        schema: 'z.strictObject({ id: z.uuid() })',
        handler: 'async ({ clientInput }) => ({ id: clientInput.id })',
      }),
      '({ parsedInput: clientInput }) => ({ id: clientInput.id })',
    ],
    [
      'reduces the redirect target to a path',
      noOpenRedirect,
      redirecting("import { redirectPath } from './paths'"),
      "redirect(redirectPath(form.get('next')))",
    ],
  ])('%s, and the rule then passes', (_, rule, code, expected) => {
    const { fixed, output, messages } = lint(rule, code).fixed()
    expect(fixed).toBe(true)
    expect(output).toContain(expected)
    expect(messages).toEqual([])
  })

  it.each([
    [
      'a schema that transforms its input',
      noClientInput,
      action({
        schema: 'z.strictObject({ id: z.string().trim() })',
        handler: 'async ({ clientInput }) => clientInput',
      }),
    ],
    [
      'a schema that drops unknown fields',
      noClientInput,
      action({ schema: 'z.object({ id: z.uuid() })', handler: 'async ({ clientInput }) => clientInput' }),
    ],
    ['a guard that is not imported', noOpenRedirect, redirecting('')],
  ])('is not applied for %s', (_, rule, code) => {
    expect(lint(rule, code).messages()).not.toEqual([])
    expect(lint(rule, code).fixed().fixed).toBe(false)
  })
})

describe('a suggestion', () => {
  it.each([
    [
      'bounds a text',
      boundedInput,
      action({ schema: 'z.strictObject({ name: z.string() })' }),
      'z.string().max(200)',
    ],
    [
      'names an action',
      hasMetadata,
      server(
        'export const moveTaskAction = publicActionClient.inputSchema(z.strictObject({})).action(async () => ({}))',
      ),
      "publicActionClient.metadata({ name: 'cases.moveTask' })",
    ],
    [
      'reads the parsed input',
      noClientInput,
      action({ schema: 'z.object({})', handler: 'async ({ clientInput }) => clientInput' }),
      '({ parsedInput: clientInput })',
    ],
  ])('%s, and the rule then passes', (_, rule, code, expected) => {
    const [message] = lint(rule, code).messages()
    const [suggestion] = message?.suggestions ?? []
    if (!suggestion) throw new Error('Nothing is suggested.')
    const [start, end] = suggestion.fix.range
    const repaired = code.slice(0, start) + suggestion.fix.text + code.slice(end)
    expect(repaired).toContain(expected)
    expect(lint(rule, repaired).messages()).toEqual([])
  })
})
