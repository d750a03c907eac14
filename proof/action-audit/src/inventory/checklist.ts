import type { ChecklistLine, Inventory, InventoryFinding } from './inventory'

/** Each line of the checklist, and the rules that answer it. */
const lines: readonly { question: string; rules: readonly string[] }[] = [
  {
    question: 'Input is validated at run time, and bounded',
    rules: ['has-input-schema', 'bounded-input', 'no-client-input', 'no-argument-call'],
  },
  {
    question: 'Authentication is checked, unless the action is public on purpose',
    rules: ['exports-built-by-client', 'auth-api-headers'],
  },
  {
    question: 'Authorization is verified: this person, this action, this resource',
    rules: ['is-authorized', 'no-bound-access', 'no-database-import', 'no-transaction-around-next'],
  },
  { question: 'Rate limits are applied', rules: ['is-limited'] },
  { question: 'No sensitive data is captured in closures', rules: ['no-inline-server', 'no-bound-access'] },
  { question: 'Replies leak nothing: no error text, no raw row', rules: ['no-error-reply', 'no-raw-row'] },
  {
    question: "Actions stand in files of their own, marked 'use server', that hold nothing else",
    rules: ['exports-built-by-client', 'no-inline-server', 'not-in-source'],
  },
  {
    question: 'Nothing that is sent becomes code or a place to go to: no SQL text, no redirect',
    rules: ['no-raw-sql', 'no-open-redirect'],
  },
  {
    question: 'The list is complete: source, build and attack matrix name the same endpoints',
    rules: ['not-in-source', 'not-in-build', 'not-attacked', 'stale-row', 'has-metadata', 'duplicate-name'],
  },
]

/** What there was to look at. */
interface Seen {
  findings: readonly InventoryFinding[]
  unreadable: Inventory['unreadable']
  /** Whether there were lists to hold the list against: the build's and the attack matrix's. */
  isCompared: boolean
}

/** Answers every line by what was found; where something could not be looked at, by "unknown" at best. */
export function checklistOf({ findings, unreadable, isCompared }: Seen): ChecklistLine[] {
  return lines.map(({ question, rules }) => {
    const about = findings.filter(({ rule }) => rules.includes(rule))
    const open = about.filter(({ waiver }) => waiver === undefined).length
    const isUnknown = unreadable.length > 0 || (rules.includes('not-in-build') && !isCompared)
    const answer = open > 0 ? 'no' : isUnknown ? 'unknown' : 'yes'
    return { question, answer, rules: [...rules], open, waived: about.length - open }
  })
}
