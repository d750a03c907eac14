import type { Linter, Rule } from 'eslint'

/** The rules for ESLint 9 and oxlint. `recommended` finds vulnerabilities, `strict` also enforces a house style. */
declare const plugin: {
  meta: { name: string }
  rules: Record<string, Rule.RuleModule>
  configs: { recommended: Linter.Config; strict: Linter.Config }
}

export default plugin
