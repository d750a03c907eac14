import type { Settings } from '../../config/load-config'
import type { Column } from '../../guards/facts'
import { waiverOf } from '../../rules/waivers'
import type { SourceModule } from '../../syntax/source-module'
import { houseRules } from './guard-rules'
import type { InventoryFinding, InventoryGuards } from '../inventory'

/** An endpoint or entry point with its guards. */
export interface Guarded {
  module: SourceModule
  file: string
  line: number
  exportName: string
  /** Its name in reports. */
  name: string
  /** It writes or may write. */
  changes: boolean
  /** It is a page, which can be public on purpose. */
  isPage: boolean
  /** It has a URL, but does nothing that needs a guard. */
  isHarmless: boolean
  guards: InventoryGuards
  /** The strict rules that already report it. */
  reportedBy: readonly string[]
}

/** The guard findings for these endpoints, one per cause. */
export function guardFindings({ config }: Settings, all: readonly Guarded[]): InventoryFinding[] {
  const isStrict = config.rules === 'strict'
  const found = all.flatMap((each) => findingsOf(each, isStrict))
  return [...found, ...unreadFindings(all)]
}

function findingsOf(each: Guarded, isStrict: boolean): InventoryFinding[] {
  const { guards, name, changes, isPage, isHarmless, reportedBy } = each
  const isMissing = (column: Column) =>
    guards[column].status === 'none' &&
    guards[column].needed &&
    !houseRules[column].some((rule) => reportedBy.includes(rule))
  if (isHarmless) return []
  if (isMissing('authentication') && !isPage) {
    const level = changes ? 'error' : 'warning'
    const reason = guards.authentication.reason ?? 'no authentication check'
    return [finding(each, 'open-endpoint', level, `Anyone can call ${name}: ${reason}.`)]
  }
  // Strict rules report these in more detail than the columns.
  if (guards.authentication.status === 'none' || (isStrict && !guards.authorization.refuted)) return []
  return [
    ...(isMissing('authorization') && (changes || guards.authorization.refuted)
      ? [
          finding(
            each,
            'unauthorized-endpoint',
            'warning',
            guards.authorization.refuted
              ? `${name} has no authorization check: ${guards.authorization.reason}.`
              : `Any signed-in user can call ${name} on any resource: ${guards.authorization.reason ?? ''}.`,
          ),
        ]
      : []),
    ...(isMissing('validation') && !isPage
      ? [
          finding(
            each,
            'unvalidated-input',
            'warning',
            `${name} uses unvalidated input: ${guards.validation.reason ?? ''}.`,
          ),
        ]
      : []),
  ]
}

/** An opaque guard is one finding, however many endpoints use it. */
function unreadFindings(all: readonly Guarded[]): InventoryFinding[] {
  const causes = new Map<string, Guarded[]>()
  for (const each of all) {
    const { authentication } = each.guards
    if (authentication.status !== 'unknown' || each.reportedBy.length > 0 || each.isPage) continue
    const reason = authentication.reason ?? 'it cannot be analyzed'
    causes.set(reason, [...(causes.get(reason) ?? []), each])
  }
  return [...causes].flatMap(([reason, endpoints]) => {
    const [first, ...others] = endpoints
    if (!first) return []
    const more = others.length > 0 ? ` and ${others.length} more` : ''
    return [
      finding(
        first,
        'unread-guard',
        'note',
        `The audit can't tell who can call ${first.name}${more}: ${reason}.`,
      ),
    ]
  })
}

function finding(
  { module, file, line, exportName }: Guarded,
  rule: string,
  level: 'error' | 'warning' | 'note',
  message: string,
): InventoryFinding {
  const node = module.program.body.find((statement) => {
    const { line: start } = module.position(statement)
    return (
      start >= line || module.position(statement).line + module.textOf(statement).split('\n').length > line
    )
  })
  const waiver = node && waiverOf(module, rule, node)
  return {
    file,
    line,
    column: 1,
    rule,
    message,
    exportName,
    level,
    ...(waiver?.reason && { waiver: waiver.reason }),
  }
}
