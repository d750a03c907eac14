import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditedMistakes, lintedMistakes } from './testing/control-group'

const routes = join(import.meta.dirname, '../../../apps/unguarded/src/app')

/** The mistakes of the control group and the rules that name them. */
const rulesOf: Record<string, readonly string[]> = {
  'no-validation': ['has-input-schema'],
  'no-authentication': ['exports-built-by-client', 'is-authorized'],
  'no-ownership': ['is-authorized', 'has-input-schema'],
  'no-membership': ['is-authorized', 'has-input-schema'],
  'no-role': ['is-authorized', 'has-input-schema'],
  'no-permission': ['is-authorized', 'has-input-schema'],
  'page-only': ['exports-built-by-client', 'is-authorized'],
  'believed-ids': ['is-authorized', 'has-input-schema'],
  'no-rate-limit': ['is-limited'],
  'internal-errors': ['no-error-reply'],
  'mass-assignment': ['has-input-schema'],
  'exported-helper': ['exports-built-by-client'],
  'captured-secret': ['no-inline-server'],
  'foreign-site': ['exports-built-by-client', 'is-authorized'],
  'no-captcha': ['is-limited'],
  'raw-row': ['no-raw-row'],
  'raw-sql': ['no-raw-sql'],
  transfer: ['exports-built-by-client', 'is-authorized'],
}

describe('the control group', () => {
  it('has a rule for each of its mistakes', () => {
    const mistakes = readdirSync(routes, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^[^/]+\/page\.tsx$/.test(name))
      .map((name) => dirname(name))
    expect(mistakes.toSorted()).toEqual(Object.keys(rulesOf).toSorted())
  })

  it.each([
    ['the audit', auditedMistakes],
    ['oxlint', lintedMistakes],
  ])('shows all of its mistakes to %s', (_, find) => {
    const found = find(routes)
    for (const [mistake, rules] of Object.entries(rulesOf)) {
      const named = found.filter((mark) => mark.includes(`${mistake}/`)).map((mark) => mark.split(' ')[1])
      expect(named).toEqual(expect.arrayContaining([...rules]))
    }
  })
})
