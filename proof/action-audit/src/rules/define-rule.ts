import type { Rule } from 'eslint'
import type { Sources } from '../action/sources'
import type { Settings } from '../config/load-config'
import { mentionsServer } from '../syntax/mentions-server'
import { rangeOf } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import type { Repair } from './repair'
import { lintedModule } from './linted-module'
import { Subject, type Finding } from './subject'
import { waiverOf } from './waivers'

interface RuleText {
  name: string
  /** What the rule guarantees, in one sentence. */
  description: string
  check: (subject: Subject) => void
  /** Whether a file with this text can break the rule. By default, only files with `'use server'` can. */
  concerns?: (text: string, settings: Settings, file: string) => boolean
  /** Part of `recommended`: about vulnerabilities, not house style. */
  recommended?: true
}

/** A rule for ESLint and oxlint, which the audit can also run. */
export interface AuditRule extends Rule.RuleModule {
  name: string
  description: string
  recommended: boolean
  concerns: (text: string, settings: Settings, file: string) => boolean
  /** All findings in a file, including waived ones. */
  findings: (module: SourceModule, sources: Sources) => Finding[]
}

/** Safe repairs become fixes, others become suggestions. */
function reported({ title, range: [start, end], text, isSafe }: Repair) {
  const fix = (fixer: Rule.RuleFixer) => fixer.replaceTextRange([start, end], text)
  return isSafe ? { fix } : { suggest: [{ desc: title, fix }] }
}

/**
 * Makes a rule. It parses the linter's text with the audit's own parser, so it reads the same syntax tree in every
 * linter.
 */
export function defineRule({ name, description, check, concerns, recommended }: RuleText): AuditRule {
  const findings = (module: SourceModule, sources: Sources) => {
    const subject = new Subject(name, module, sources)
    check(subject)
    return subject.findings
  }
  return {
    name,
    description,
    recommended: recommended === true,
    concerns: concerns ?? mentionsServer,
    findings,
    meta: { type: 'problem', docs: { description }, schema: [], fixable: 'code', hasSuggestions: true },
    create: (context) => ({
      Program() {
        const linted = lintedModule(context)
        if (!linted) return
        for (const { module, node, message, repair } of findings(linted.module, linted.sources)) {
          const waiver = waiverOf(module, name, node)
          if (waiver?.reason) continue
          const [start, end] = rangeOf(node)
          const at = (index: number) => context.sourceCode.getLocFromIndex(index)
          const note = waiver ? ' (Its waiver has no reason.)' : ''
          context.report({
            loc: { start: at(start), end: at(end) },
            message: `${message}${note}`,
            ...(repair && reported(repair)),
          })
        }
      },
    }),
  }
}
