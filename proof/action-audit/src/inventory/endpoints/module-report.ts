import { endpointsOf, inlineActions } from '../../action/endpoints'
import type { Sources } from '../../action/sources'
import type { Node } from 'oxc-parser'
import type { Reading } from '../../action/definition'
import type { SourceModule } from '../../syntax/source-module'
import { describeEndpoint, unreadEndpoint, type Placed } from './describe-endpoint'
import { inlineGuards } from './endpoint-guards'
import { pathOf } from '../findings/found'
import type { InventoryFinding } from '../inventory'
import { ruleFindings } from '../findings/rule-findings'

/** The contents of one file. */
export interface ModuleReport {
  endpoints: Placed[]
  findings: InventoryFinding[]
}

/**
 * Analyzes a file. Returns undefined if that fails, for example because an expression is nested too deeply for the stack.
 * The file then counts as unreadable, and the audit continues.
 */
export function reportOf(
  sources: Sources,
  module: SourceModule,
  everything: boolean,
): ModuleReport | undefined {
  try {
    return { endpoints: endpointsIn(sources, module), findings: ruleFindings(sources, module, everything) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    sources.project.unreadable.set(module.file, { file: module.file, line: 1, reason })
    return undefined
  }
}

function functionOf(reading: Reading): Node[] {
  return 'definition' in reading && reading.definition.handler ? [reading.definition.handler.node] : []
}

function endpointsIn(sources: Sources, module: SourceModule): Placed[] {
  const file = pathOf(sources.settings, module.file)
  const exported = endpointsOf(sources, module).map((each) => ({
    module,
    endpoint: describeEndpoint(sources, each),
  }))
  // An exported function with its own directive is one endpoint, not two.
  const known = new Set(endpointsOf(sources, module).flatMap(({ reading }) => functionOf(reading)))
  const inline = inlineActions(module)
    .filter((node) => !known.has(node))
    .map((node) => ({
      module,
      endpoint: unreadEndpoint(
        { file, line: module.position(node).line, exportName: '', form: 'inline' },
        inlineGuards(sources, module, node),
      ),
    }))
  return [...exported, ...inline]
}
