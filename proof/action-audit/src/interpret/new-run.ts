import type { Node } from 'oxc-parser'
import type { Sources } from '../action/sources'
import { bind } from './patterns'
import { callValue } from '../calls/calls'
import { evaluate } from './evaluate'
import { member } from './members'
import { exported, imported } from './modules'
import type { Run, Unread } from '../guards/run'
import { execute } from './statements'
import type { Use } from '../calls/use'

/** The analysis budget. An endpoint that exceeds it is reported as unknown. */
const BUDGET = 60_000

/** Starts the analysis of an endpoint. */
export function newRun({ project, settings }: Sources): Run {
  const uses: Use[] = []
  const unread: Unread[] = []
  const stack: Node[] = []
  const run: Run = {
    project,
    settings,
    uses,
    unread,
    continued: [],
    stack,
    quiet: 0,
    cutFrom: Infinity,
    budget: BUDGET,
    evaluate: (node, state, module) => evaluate(run, node, state, module),
    member: (owner, key, at) => member(run, owner, key, at),
    call: (callee, call) => callValue(callee, { run, ...call }),
    bind: (pattern, value, state, module) => bind(run, pattern, value, state, module),
    execute: (body, state, module) => execute(run, body, state, module),
    exported: (module, name) => exported(run, module, name),
    imported: (module, source, name) => imported(run, module, source, name),
  }
  return run
}
