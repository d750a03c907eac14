import { relative } from 'node:path'
import type { Node } from 'oxc-parser'
import type { Definition } from '../action/definition'
import { endpointsOf, type Endpoint } from '../action/endpoints'
import type { Sources } from '../action/sources'
import type { SourceModule } from '../syntax/source-module'
import type { Repair } from './repair'

/** A finding of a rule. */
export interface Finding {
  rule: string
  module: SourceModule
  node: Node
  message: string
  /** The affected endpoint, if any. */
  exportName?: string
  repair?: Repair
}

/** An endpoint whose definition could be analyzed. */
export interface ReadEndpoint extends Endpoint {
  definition: Definition
}

/** One file, as a rule sees it. */
export class Subject {
  readonly findings: Finding[] = []

  constructor(
    readonly rule: string,
    readonly module: SourceModule,
    readonly sources: Sources,
  ) {}

  get endpoints(): Endpoint[] {
    return endpointsOf(this.sources, this.module)
  }

  get readEndpoints(): ReadEndpoint[] {
    return this.endpoints.flatMap((endpoint) =>
      'definition' in endpoint.reading ? [{ ...endpoint, definition: endpoint.reading.definition }] : [],
    )
  }

  report(node: Node, message: string, repair?: Repair): void {
    this.findings.push({ rule: this.rule, module: this.module, node, message, ...(repair && { repair }) })
  }

  /** Reports on an endpoint. If the node is in another file, the finding is placed at the endpoint and names that file. */
  reportFor(
    { name, node }: Endpoint,
    message: string,
    place?: { module: SourceModule; node: Node },
    repair?: Repair,
  ): void {
    const { rule, module } = this
    const isHere = !place || place.module === module
    const where = isHere ? '' : ` (${this.placeOf(place)})`
    const finding = {
      rule,
      module,
      node: isHere && place ? place.node : node,
      message: `${message}${where}`,
      // Repairs apply only to the linted file.
      ...(isHere && repair && { repair }),
    }
    const isKnown = this.findings.some(
      (other) =>
        other.node === finding.node && other.message === finding.message && other.exportName === name,
    )
    if (!isKnown) this.findings.push({ ...finding, exportName: name })
  }

  placeOf({ module, node }: { module: SourceModule; node: Node }): string {
    return `${relative(this.sources.settings.root, module.file)}:${module.position(node).line}`
  }
}
