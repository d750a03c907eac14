import type { Sources } from '../../action/sources'
import type { Settings } from '../../config/load-config'
import { rules } from '../../rules/rules'
import { waiverOf, waiversOf } from '../../rules/waivers'
import type { SourceModule } from '../../syntax/source-module'
import { guardRules } from './guard-rules'
import { findingAt } from './found'
import type { InventoryFinding } from '../inventory'

/** The enabled rules. */
export function activeRules({ config }: Settings) {
  return config.rules === 'strict' ? rules : rules.filter(({ recommended }) => recommended)
}

/** The disabled rules, about which the audit makes no statement. */
export function offRules(settings: Settings): string[] {
  const active = activeRules(settings)
  return rules.filter((rule) => !active.includes(rule)).map(({ name }) => name)
}

const ruleNames: ReadonlySet<string> = new Set([...rules.map(({ name }) => name), ...guardRules.keys()])

/**
 * The rule findings in a file with its waivers, and problems with the waivers themselves. Rules that the text can't
 * break are skipped, unless everything is requested.
 */
export function ruleFindings(
  sources: Sources,
  module: SourceModule,
  everything: boolean,
): InventoryFinding[] {
  const { settings } = sources
  const active = activeRules(settings)
  const used = new Set<unknown>()
  const concerned = active.filter((rule) => everything || rule.concerns(module.text, settings, module.file))
  const found = concerned.flatMap((rule) =>
    rule.findings(module, sources).map(({ node, message, exportName }) => {
      const waiver = waiverOf(module, rule.name, node)
      if (waiver) used.add(waiver)
      return findingAt(settings, module, node, {
        rule: rule.name,
        message,
        ...(exportName !== undefined && { exportName }),
        ...(waiver?.reason && { waiver: waiver.reason }),
      })
    }),
  )
  const faults = waiversOf(module).flatMap((waiver) => {
    const fault = !ruleNames.has(waiver.rule)
      ? `Unknown rule "${waiver.rule}" in a waiver.`
      : !waiver.reason
        ? `The waiver of ${waiver.rule} has no effect because it gives no reason.`
        : used.has(waiver) || !active.some(({ name }) => name === waiver.rule)
          ? undefined
          : `Unused waiver of ${waiver.rule}.`
    if (!fault) return []
    return [findingAt(settings, module, waiver.statement, { rule: 'waiver-fault', message: fault })]
  })
  return [...found, ...faults]
}
