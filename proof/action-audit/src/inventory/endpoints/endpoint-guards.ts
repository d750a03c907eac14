import type { Definition } from '../../action/definition'
import type { Endpoint } from '../../action/endpoints'
import type { Sources } from '../../action/sources'
import { columns, type Column } from '../../guards/facts'
import {
  guardsOfExport,
  guardsOfFunction,
  unreadable,
  type EntryKind,
  type Guards,
} from '../../guards/read-guards'
import type { Verdict } from '../../guards/verdict'
import type { FunctionNode } from '../../syntax/node'
import type { SourceModule } from '../../syntax/source-module'
import { configuredGuard } from './declared-guards'
import { pathOf } from '../findings/found'
import type { InventoryGuards } from '../inventory'

/** The guards of an exported action, for reports. */
export function endpointGuards(sources: Sources, { module, name, reading }: Endpoint): InventoryGuards {
  const definition: Definition | undefined = 'definition' in reading ? reading.definition : undefined
  if (name === '*') return written(sources, unreadable('its exports cannot be determined'))
  return written(sources, guardsOfExport(sources, module, name, 'action'), definition)
}

export function inlineGuards(sources: Sources, module: SourceModule, fn: FunctionNode): InventoryGuards {
  return written(sources, guardsOfFunction(sources, module, fn))
}

/** The guards of a route handler, page or proxy, or undefined for a page that reads no data. */
export function entryGuards(
  sources: Sources,
  module: SourceModule,
  name: string,
  kind: EntryKind,
): InventoryGuards | undefined {
  const guards = guardsOfExport(sources, module, name, kind)
  return kind === 'page' && !guards.reads ? undefined : written(sources, guards)
}

/** The guards of an unreadable file: all unknown. */
export function unreadGuards(reason: string): InventoryGuards {
  const verdict = { status: 'unknown' as const, reason, needed: true }
  return {
    changes: true,
    reads: false,
    authentication: verdict,
    authorization: verdict,
    validation: verdict,
    limits: verdict,
  }
}

function written(sources: Sources, guards: Guards, definition?: Definition): InventoryGuards {
  const of = (column: Column) => {
    const verdict = guards.verdicts[column]
    const configured = definition && configuredGuard(sources, definition, column, verdict)
    return configured ?? verdictOf(sources, verdict)
  }
  const [authentication, authorization, validation, limits] = columns.map(of)
  if (!authentication || !authorization || !validation || !limits) throw new Error('A column is missing.')
  const { changes, reads } = guards
  return { changes, reads, authentication, authorization, validation, limits }
}

function verdictOf(
  { settings }: Sources,
  { status, fact, reason, needed }: Verdict,
): InventoryGuards['limits'] {
  return {
    status,
    ...(fact && {
      at: { file: pathOf(settings, fact.module.file), line: fact.module.position(fact.node).line },
      by: fact.note,
    }),
    ...(reason && { reason }),
    needed,
  }
}
