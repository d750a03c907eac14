import type { Settings } from '../../config/load-config'
import type { Column } from '../../guards/facts'
import { waiverOf } from '../../rules/waivers'
import type { SourceModule } from '../../syntax/source-module'
import { houseRules } from './guard-rules'
import type { InventoryFinding, InventoryGuards } from '../inventory'

/** An endpoint or entry point, as far as its guards are concerned. */
export interface Guarded {
  module: SourceModule
  file: string
  line: number
  exportName: string
  /** How reports call it. */
  name: string
  /** It changes something, as far as anybody can tell. */
  changes: boolean
  /** It is a page, which anybody may be meant to see. */
  isPage: boolean
  /** It answers by URL and does nothing that anybody needs to be asked for. */
  isHarmless: boolean
  guards: InventoryGuards
  /** The rules of the house style that already say so. */
  told: readonly string[]
}

/** What is wrong with the guards of these, one finding for each cause. */
export function guardFindings({ config }: Settings, all: readonly Guarded[]): InventoryFinding[] {
  const isStrict = config.rules === 'strict'
  const found = all.flatMap((each) => findingsOf(each, isStrict))
  return [...found, ...unreadFindings(all)]
}

function findingsOf(each: Guarded, isStrict: boolean): InventoryFinding[] {
  const { guards, name, changes, isPage, isHarmless, told } = each
  const isMissing = (column: Column) =>
    guards[column].status === 'none' &&
    guards[column].needed &&
    !houseRules[column].some((rule) => told.includes(rule))
  if (isHarmless) return []
  if (isMissing('authentication') && !isPage) {
    const level = changes ? 'error' : 'warning'
    const reason = guards.authentication.reason ?? 'no authentication check'
    return [finding(each, 'open-endpoint', level, `Anyone can call ${name}: ${reason}.`)]
  }
  // A house style says more about these than the columns do.
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

/** A guard that cannot be read is one cause, however many endpoints it stands before. */
function unreadFindings(all: readonly Guarded[]): InventoryFinding[] {
  const causes = new Map<string, Guarded[]>()
  for (const each of all) {
    const { authentication } = each.guards
    if (authentication.status !== 'unknown' || each.told.length > 0 || each.isPage) continue
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
