import { relative, sep } from 'node:path'
import type { Node } from 'oxc-parser'
import type { Settings } from '../../config/load-config'
import type { SourceModule } from '../../syntax/source-module'
import type { InventoryFinding } from '../inventory'

/** A path for reports, relative to the root. */
export function pathOf({ root }: Settings, file: string): string {
  return relative(root, file).split(sep).join('/')
}

/** A finding at a location in the source. */
export function findingAt(
  settings: Settings,
  module: SourceModule,
  node: Node,
  finding: Pick<InventoryFinding, 'rule' | 'message' | 'exportName' | 'waiver'>,
): InventoryFinding {
  return { file: pathOf(settings, module.file), ...module.position(node), ...finding }
}

/** A finding about a file as a whole. */
export function findingIn(
  file: string,
  finding: Pick<InventoryFinding, 'rule' | 'message' | 'exportName'>,
): InventoryFinding {
  return { file, line: 1, column: 1, ...finding }
}
