import { guardRules } from './guard-rules'
import { rules } from '../../rules/rules'

/** Checks that need the whole code base. */
const auditOnly: Readonly<Record<string, string>> = {
  'not-in-source': 'Every endpoint in the build is in the audited source.',
  'not-in-build': 'Every endpoint in the source is in the build.',
  'not-attacked': 'Every endpoint has a row in the attack matrix.',
  'stale-row': 'Every row of the attack matrix refers to an endpoint.',
  'duplicate-name': 'No two actions have the same name.',
  'unread-file': 'Every source file can be parsed.',
  'waiver-fault': 'Every waiver names a rule, gives a reason and is needed.',
}

/** Every rule and check, with what it guarantees. */
export const auditRules: ReadonlyMap<string, string> = new Map([
  ...rules.map(({ name, description }) => [name, description] as const),
  ...guardRules,
  ...Object.entries(auditOnly),
])
