import { join } from 'node:path'
import { RuleTester } from 'eslint'
import { describe, it } from 'vitest'
import type { AuditRule } from '../rules/define-rule'
import { babel } from './babel'

RuleTester.describe = describe
RuleTester.it = it

/** The virtual location of the cases, which lets them import real files. */
export const casesFolder = join(import.meta.dirname, '../../fixtures/cases')

/** The source of a case by name, with a file name if it matters. */
export type Cases = Record<string, string | { code: string; file?: string; fixed?: string }>

const tester = new RuleTester({ languageOptions: babel })

/** Tests a rule with code it must flag exactly once, including bypasses, and code it must accept. */
export function testRule(rule: AuditRule, cases: { flagged: Cases; fine: Cases }): void {
  tester.run(rule.name, rule, {
    invalid: Object.entries(cases.flagged).map(([name, each]) => ({ ...placed(name, each), errors: 1 })),
    valid: Object.entries(cases.fine).map(([name, each]) => placed(name, each)),
  })
}

/** A file of actions that imports the gate. */
export function server(body: string): string {
  return `'use server'
import {
  adminActionClient, authenticatedActionClient, enhanceAction, organizationActionClient, publicActionClient,
  withCaptcha, withFeaturePermission, withMinRole, withRateLimit, withResource,
} from '@kit/action-middleware'
import { z } from 'zod'
${body}`
}

/** An action whose chain is correct except for the given part. */
export function action(given: {
  schema?: string
  handler?: string
  client?: string
  chain?: string
}): string {
  const { schema = 'z.strictObject({})', handler = 'async () => ({ done: true })' } = given
  const { client = 'publicActionClient', chain = '' } = given
  return server(
    `export const testAction = ${client}.metadata({ name: 'tests.run' })${chain}.inputSchema(${schema}).action(${handler})`,
  )
}

function placed(name: string, each: Cases[string]) {
  const {
    code,
    file = 'case-actions.tsx',
    fixed = undefined,
  } = typeof each === 'string' ? { code: each } : each
  return { name, code, filename: join(casesFolder, file), ...(fixed !== undefined && { output: fixed }) }
}
