import { guardRules } from './guard-rules'
import { rules } from '../../rules/rules'

/** What can only be found by looking at everything at once. */
const auditOnly: Readonly<Record<string, string>> = {
  'not-in-source': 'Every endpoint of the build is in the source that was read.',
  'not-in-build': 'Every endpoint of the source is in the build.',
  'not-attacked': 'Every endpoint has a row in the attack matrix.',
  'stale-row': 'Every row of the attack matrix is about an endpoint.',
  'duplicate-name': 'No two actions have the same name.',
  'unread-file': 'Every file of source can be read.',
  'waiver-fault': 'Every waiver names a rule, gives a reason and is needed.',
}

/** Everything that a finding can be about, and what holds where it is kept. */
export const auditRules: ReadonlyMap<string, string> = new Map([
  ...rules.map(({ name, description }) => [name, description] as const),
  ...guardRules,
  ...Object.entries(auditOnly),
])
