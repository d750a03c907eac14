import { CREDENTIAL, DATA, INPUT, PARSED, labelsOf, type Abstract } from './abstract'
import { bothFacts, type Column, type Fact, type Facts } from './facts'
import { areApart } from './origins'
import { limitsByName } from '../calls/names'
import type { Exit, Run } from './run'
import type { Use } from '../calls/use'
import type { Status, Verdict, Verdicts } from './verdict'

/** The result of analyzing one endpoint. */
export interface Outcome {
  run: Run
  exits: readonly Exit[]
  /** Whether it takes input. */
  takesInput: boolean
}

/** One way in which the endpoint returns. */
interface Answer {
  value: Abstract
  facts: Facts
  denied: boolean
}

export function judge(outcome: Outcome): Verdicts {
  const { run, takesInput } = outcome
  if (run.budget < 0) {
    const lost: Verdict = { status: 'unknown', reason: 'it is too complex to analyze', needed: true }
    return { authentication: lost, authorization: lost, validation: lost, limits: lost }
  }
  const answers = answersOf(outcome.exits)
  // Looking up a token and counting calls are parts of a guard, not protected work.
  const uses = run.uses.filter(
    ({ kind, where, name, counts }) =>
      !(kind === 'read' && (where & CREDENTIAL || counts)) && !limitsByName(name),
  )
  const effects = uses.filter(({ kind }) => kind !== 'read')
  const authentication = guardOf('authentication', effects, answers, outcome)
  return {
    authentication,
    authorization: authorizationOf(uses, answers, authentication, outcome),
    validation: takesInput
      ? validationOf(uses, answers, outcome)
      : { status: 'none', reason: 'it takes no input', needed: false },
    limits: guardOf('limits', effects, answers, outcome),
  }
}

function answersOf(exits: readonly Exit[]): Answer[] {
  return exits.flatMap(({ kind, value, state }): Answer[] => {
    if (kind === 'throw' || state.dead) return []
    if (value.kind === 'oneOf')
      return value.options.map((option) => ({
        value: option.value,
        facts: bothFacts(state.facts, option.facts),
        denied: state.denied || option.denied,
      }))
    if (value.kind === 'promise')
      return value.dead
        ? []
        : answersOf([
            {
              kind,
              value: value.value,
              state: { ...state, facts: bothFacts(state.facts, value.facts) },
              node: undefined,
            },
          ])
    return [{ value, facts: state.facts, denied: state.denied }]
  })
}

const rank: Readonly<Record<Fact['grade'], number>> = { proven: 2, declared: 1, unread: 0 }

/** The least certain fact, or undefined if one is missing. */
function least(facts: readonly (Fact | undefined)[]): Fact | undefined {
  let low: Fact | undefined
  for (const fact of facts) {
    if (!fact) return undefined
    if (!low || rank[fact.grade] < rank[low.grade]) low = fact
  }
  return low
}

function verdictOf(fact: Fact | undefined, reason: string, needed = true): Verdict {
  if (!fact) return { status: 'none', reason, needed }
  const status: Record<Fact['grade'], Status> = { proven: 'proven', declared: 'declared', unread: 'unknown' }
  return { status: status[fact.grade], fact, ...(fact.grade === 'unread' && { reason: fact.note }), needed }
}

const absent = { authentication: 'no authentication check', limits: 'no rate limit' } as const

/** Decides a column that must be proven before any effect and before any data is returned. */
function guardOf(
  column: 'authentication' | 'limits',
  effects: readonly Use[],
  answers: readonly Answer[],
  outcome: Outcome,
): Verdict {
  const proven = effects.map((use) => use.facts.get(column))
  const first = effects.find((use) => !use.facts.has(column))
  if (first)
    return verdictOf(
      undefined,
      `${first.name}() runs at line ${lineOf(first)} with ${absent[column]} before it`,
    )
  const readers = answers.filter(({ value }) => labelsOf(value) & DATA)
  const leaks = column === 'authentication' && readers.some(({ facts }) => !facts.has(column))
  if (leaks) return verdictOf(undefined, `it returns data with ${absent[column]} before it`)
  if (effects.length > 0) return verdictOf(least(proven), absent[column])
  if (readers.length > 0)
    return verdictOf(least(readers.map(({ facts }) => facts.get(column))), absent[column])
  return verdictOf(lastOf(column, answers, outcome), absent[column])
}

function lineOf({ module, node }: Use): number {
  return module.position(node).line
}

/** Without known effects, the facts at the end decide. */
function lastOf(column: Column, answers: readonly Answer[], { exits }: Outcome): Fact | undefined {
  // It always redirects or throws, so the facts there decide.
  if (answers.length === 0) return least(exits.map(({ state }) => state.facts.get(column)))
  const last = answers.findLast(({ denied }) => !denied) ?? answers.findLast(({ facts }) => facts.has(column))
  return last?.facts.get(column)
}

function authorizationOf(
  uses: readonly Use[],
  answers: readonly Answer[],
  authentication: Verdict,
  outcome: Outcome,
): Verdict {
  const fact = authorizationFact(uses, answers, outcome)
  if (authentication.status === 'none') return verdictOf(undefined, 'the caller is unauthenticated')
  if (fact) {
    if (authentication.status !== 'proven' && fact.grade === 'proven')
      return { status: authentication.status, fact, needed: true, reason: 'it depends on the session check' }
    return verdictOf(fact, '')
  }
  const changes = uses.some(({ kind }) => kind === 'write')
  const onlyCreates = uses.some(({ kind }) => kind === 'create') && !changes
  return onlyCreates
    ? verdictOf(undefined, 'it only creates the caller’s own rows', false)
    : verdictOf(undefined, 'neither a role nor ownership is checked', changes || uses.length > 0)
}

function authorizationFact(
  uses: readonly Use[],
  answers: readonly Answer[],
  outcome: Outcome,
): Fact | undefined {
  const writes = uses.filter(({ kind }) => kind === 'write')
  const creates = uses.filter(({ kind }) => kind === 'create')
  const others = uses.filter(({ kind }) => !['write', 'create', 'read'].includes(kind))
  const reads = uses.filter(({ kind }) => kind === 'read')
  const of = (use: Use) => {
    const fact = use.facts.get('authorization')
    // Owning one resource proves nothing about another.
    return fact && !(fact.about && areApart(fact.about, use.about)) ? fact : ownerFact(use)
  }
  if (writes.length > 0) return least(writes.map(of))
  if (creates.length > 0) return least(creates.map((use) => use.facts.get('authorization')))
  if (others.length > 0) return least(others.map((use) => use.facts.get('authorization')))
  if (reads.length > 0) {
    const late = answers.filter(({ denied }) => !denied)
    const end = least(late.map(({ facts }) => facts.get('authorization')))
    const own = reads.some(({ profile }) => !profile) ? reads.filter((use) => !use.profile) : reads
    return end ?? least(own.map(of))
  }
  return lastOf('authorization', answers, outcome)
}

function ownerFact(use: Use): Fact | undefined {
  const { owner, module, node, name } = use
  if (!owner) return undefined
  return { column: 'authorization', grade: 'proven', module, node, note: `${name} is scoped to the owner` }
}

function validationOf(uses: readonly Use[], answers: readonly Answer[], outcome: Outcome): Verdict {
  const all = uses.filter(({ labels }) => labels & (INPUT | PARSED))
  const effects = all.filter(({ kind }) => kind !== 'read')
  const fed = effects.length > 0 ? effects : all
  const missing = fed.find(({ facts }) => !facts.has('validation'))
  if (missing)
    return verdictOf(undefined, `${missing.name}() at line ${lineOf(missing)} receives it unvalidated`)
  if (fed.length === 0) return verdictOf(lastOf('validation', answers, outcome), 'no schema is parsed', false)
  const fact = least(fed.map(({ facts }) => facts.get('validation')))
  // The parsed value is ignored, and the raw input is used.
  const isIgnored = fed.every(({ labels }) => !(labels & PARSED)) && fact?.grade === 'proven'
  if (isIgnored) return verdictOf(undefined, 'what was parsed is not what is used')
  const open = fed.find((use) => use.open)
  if (open && fact)
    return verdictOf(undefined, `${open.name}() at line ${lineOf(open)} also writes unvalidated input`)
  const raw = fed.some((use) => use.raw)
  return {
    ...verdictOf(fact, ''),
    ...(raw && fact?.grade === 'proven' && { reason: 'part of the input is used unvalidated' }),
  }
}
