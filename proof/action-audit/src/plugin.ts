import type { ESLint } from 'eslint'
import { rules } from './rules/rules'

const named = (chosen: typeof rules) =>
  Object.fromEntries(chosen.map(({ name }) => [`action-audit/${name}`, 'error' as const]))

const base = {
  meta: { name: 'action-audit' },
  rules: Object.fromEntries(rules.map((rule) => [rule.name, rule])),
}

/** The plugin for oxlint and ESLint 9. `recommended` finds vulnerabilities, `strict` also enforces a house style. */
export const plugin: ESLint.Plugin & { configs: Record<'recommended' | 'strict', object> } = {
  ...base,
  configs: {
    recommended: {
      name: 'action-audit/recommended',
      plugins: { 'action-audit': base },
      rules: named(rules.filter(({ recommended }) => recommended)),
    },
    strict: { name: 'action-audit/strict', plugins: { 'action-audit': base }, rules: named(rules) },
  },
}
