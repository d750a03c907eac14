import type { Settings } from '../config/load-config'
import { offRules } from './findings/rule-findings'
import type { ChecklistLine, Inventory, InventoryFinding, InventoryGuards } from './inventory'

/** The lines of the checklist with the rules that check them. */
const lines: readonly { question: string; rules: readonly string[] }[] = [
  {
    question: 'Input is validated at runtime and bounded',
    rules: ['unvalidated-input', 'has-input-schema', 'bounded-input', 'no-client-input', 'no-argument-call'],
  },
  {
    question: 'Authentication is checked, unless the action is public on purpose',
    rules: ['open-endpoint', 'unread-guard', 'exports-built-by-client', 'auth-api-headers'],
  },
  {
    question: 'Authorization is verified: this person, this action, this resource',
    rules: [
      'unauthorized-endpoint',
      'is-authorized',
      'no-bound-access',
      'no-database-import',
      'no-transaction-around-next',
    ],
  },
  { question: 'Rate limits are applied', rules: ['is-limited'] },
  { question: 'No sensitive data is captured in closures', rules: ['no-inline-server', 'no-bound-access'] },
  { question: 'Replies leak no error text and no raw rows', rules: ['no-error-reply', 'no-raw-row'] },
  {
    question: "Actions are in separate 'use server' files that export nothing else",
    rules: ['exports-built-by-client', 'no-inline-server', 'not-in-source'],
  },
  {
    question: 'Input never becomes SQL text or a redirect target',
    rules: ['no-raw-sql', 'no-open-redirect'],
  },
  {
    question: 'Source, build and attack matrix list the same endpoints',
    rules: ['not-in-source', 'not-in-build', 'not-attacked', 'stale-row', 'has-metadata', 'duplicate-name'],
  },
]

/** The inventory column that shows whether a rule is met. */
const columnsOf: Readonly<
  Record<string, keyof Pick<InventoryGuards, 'authentication' | 'authorization' | 'validation' | 'limits'>>
> = {
  'has-input-schema': 'validation',
  'auth-api-headers': 'authentication',
  'is-authorized': 'authorization',
  'is-limited': 'limits',
}

/** The results of the audit. */
interface Seen {
  settings: Settings
  endpoints: Inventory['endpoints']
  findings: readonly InventoryFinding[]
  unreadable: Inventory['unreadable']
  /** Whether the endpoints were compared with a build and an attack matrix. */
  isCompared: boolean
}

/** Answers every line from the findings. If something could not be analyzed, the answer is "unknown" at best. */
export function checklistOf({
  settings,
  findings,
  unreadable,
  isCompared,
  endpoints,
}: Seen): ChecklistLine[] {
  // The strict rules require more than the columns and report whatever they can't analyze.
  const isStrict = settings.config.rules === 'strict'
  const off = new Set(offRules(settings))
  return lines.flatMap(({ question, rules: all }) => {
    const rules = all.filter((rule) => !off.has(rule))
    if (rules.length === 0) return []
    const about = findings.filter(({ rule }) => rules.includes(rule))
    const open = about.filter(({ waiver }) => waiver === undefined).length
    const column = all.map((rule) => columnsOf[rule]).find((each) => each !== undefined)
    // Opaque code could do anything.
    const isHidden = endpoints.some(
      ({ form, guards }) => form === 'unread' || (!isStrict && column && guards[column].status === 'unknown'),
    )
    const isUnknown = unreadable.length > 0 || isHidden || (rules.includes('not-in-build') && !isCompared)
    const isMissing =
      !isStrict &&
      column !== undefined &&
      endpoints.some(({ guards }) => guards[column].status === 'none' && guards[column].needed)
    const answer = open > 0 || isMissing ? 'no' : isUnknown ? 'unknown' : 'yes'
    return [{ question, answer, rules: [...rules], open, waived: about.length - open }]
  })
}
