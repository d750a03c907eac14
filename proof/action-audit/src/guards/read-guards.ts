import type { Sources } from '../action/sources'
import type { SourceModule } from '../syntax/source-module'
import type { FunctionNode } from '../syntax/node'
import { ARGUMENT } from './origins'
import { INPUT, labeled, object, promise, unknown, type Abstract } from './abstract'
import { judge, type Outcome } from './judge'
import { newRun } from '../interpret/new-run'
import { settle } from './promises'
import type { Exit, Run } from './run'
import { freshState } from './state'
import type { Verdicts } from './verdict'
import { request } from '../libraries/next'

export interface Guards {
  verdicts: Verdicts
  /** It writes. */
  changes: boolean
  /** It reads from a database. */
  reads: boolean
  /** Functions that could not be analyzed. */
  unread: { name: string; reason: string; file: string; line: number }[]
}

export type EntryKind = 'action' | 'route' | 'page' | 'api' | 'proxy'

/** Analyzes the guards of a module's export. */
export function guardsOfExport(
  sources: Sources,
  module: SourceModule,
  name: string,
  kind: EntryKind,
): Guards {
  const run = newRun(sources)
  const value = run.exported(module, name)
  return guardsOf(run, value, module, kind)
}

/** Analyzes the guards of a nested function. */
export function guardsOfFunction(sources: Sources, module: SourceModule, fn: FunctionNode): Guards {
  const run = newRun(sources)
  return guardsOf(run, { kind: 'function', labels: 0, fn, module, variables: new Map() }, module, 'action')
}

function guardsOf(run: Run, value: Abstract, module: SourceModule, kind: EntryKind): Guards {
  const state = freshState()
  const site = { module, node: module.program }
  const args = argumentsFor(kind, value)
  let exits: Exit[]
  let takesInput = true
  if (value.kind === 'function' || (value.kind === 'host' && value.call)) {
    const result = settle(run.call(value, { state, site, args }), state)
    exits = [{ kind: state.dead ? 'throw' : 'return', value: result, state, node: undefined }]
    takesInput = kind !== 'action' || value.kind !== 'function' || value.fn.params.length > 0
  } else {
    const source = value.kind === 'external' ? value : undefined
    const reason =
      source?.unread ??
      (source
        ? `it comes from "${source.source}", which is not analyzed`
        : 'it is not a function that can be followed')
    return unreadable(reason)
  }
  const outcome: Outcome = { run, exits, takesInput }
  return {
    verdicts: judge(outcome),
    changes: run.uses.some(({ kind: use }) => use !== 'read'),
    reads: run.uses.some(({ kind: use }) => use === 'read'),
    unread: run.unread.map(({ name, reason, module: at, node }) => ({
      name,
      reason,
      file: at.file,
      line: at.position(node).line,
    })),
  }
}

/** The result for an export that can't be analyzed. */
export function unreadable(reason: string): Guards {
  const verdict = { status: 'unknown' as const, reason, needed: true }
  return {
    verdicts: { authentication: verdict, authorization: verdict, validation: verdict, limits: verdict },
    changes: true,
    reads: false,
    unread: [],
  }
}

/** The arguments of an entry point: any input. */
function argumentsFor(kind: EntryKind, value: Abstract): Abstract[] {
  const sent = labeled(INPUT)
  switch (kind) {
    case 'route':
      return [request, object({ params: promise(sent) })]
    case 'api':
      return [request, unknown]
    case 'proxy':
      return [request, unknown]
    case 'page':
      return [object({ params: promise(sent), searchParams: promise(sent), children: unknown })]
    default: {
      const count = value.kind === 'function' ? Math.max(value.fn.params.length, 1) : 4
      return Array.from({ length: count }, (_, index) => labeled(INPUT, { origin: `${ARGUMENT}${index}` }))
    }
  }
}
