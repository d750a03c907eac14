import { INPUT, labelsOf } from '../guards/abstract'
import type { Call } from '../guards/run'
import { isOpen } from './open-input'
import type { Use, UseKind } from './use'

/** Records a read or a write. */
export function recordUse(kind: UseKind, name: string, call: Call, more: Partial<Use> = {}): Use {
  const { run, state, site, args } = call
  const labels = args.reduce((all, each) => all | labelsOf(each), 0)
  const use: Use = {
    kind,
    ...site,
    name,
    facts: state.facts,
    labels,
    raw: (labels & INPUT) > 0,
    open: args.some((each) => isOpen(each)),
    owner: false,
    profile: false,
    where: 0,
    about: new Set(),
    shape: 'row',
    single: false,
    counts: false,
    changes: 0,
    ...more,
  }
  if (run.quiet === 0) run.uses.push(use)
  return use
}
