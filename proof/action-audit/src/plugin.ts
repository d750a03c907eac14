import { rules } from './rules/rules'

/** The rules as a plugin of oxlint and ESLint. */
export const plugin = {
  meta: { name: 'action-audit' },
  rules: Object.fromEntries(rules.map((rule) => [rule.name, rule])),
}
