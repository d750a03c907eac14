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
  /** What holds where the rule is kept, in one sentence. */
  description: string
  check: (subject: Subject) => void
  /** Whether a file with this text can break it; without, only a file with a `'use server'` can. */
  concerns?: (text: string, settings: Settings) => boolean
  /** It is about a hole and not about a house style, and holds in any code base. */
  recommended?: true
}

/** A rule of ESLint, and of oxlint, which the audit can ask as well. */
export interface AuditRule extends Rule.RuleModule {
  name: string
  description: string
  recommended: boolean
  concerns: (text: string, settings: Settings) => boolean
  /** Everything that it finds in a file, waived or not. */
  findings: (module: SourceModule, sources: Sources) => Finding[]
}

/** What is safe is fixed; the rest is only offered. */
function reported({ title, range: [start, end], text, isSafe }: Repair) {
  const fix = (fixer: Rule.RuleFixer) => fixer.replaceTextRange([start, end], text)
  return isSafe ? { fix } : { suggest: [{ desc: title, fix }] }
}

/**
 * Makes a rule. Linters hand over the text and get the places: what the rule reads is the audit's own syntax tree, the
 * same one under every linter and every parser.
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
