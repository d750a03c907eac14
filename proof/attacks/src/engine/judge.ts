import { unexpectedChanges, type ExpectedChange } from '../state/expectation'
import { outcomeOf, type Outcome } from '../http/outcome'
import { cookiesOf } from '../app/sessions'
import type { RowChange } from '../state/difference'
import type { RawResponse } from '../http/raw-http'
import type { Refusal, Shot } from './attack'
import type { Input, NamedRow } from './row'

interface Evidence {
  changes: readonly RowChange[]
  /** The changes of the allowed call. */
  allowed: readonly ExpectedChange[]
  replies: readonly RawResponse[]
  leaks: readonly string[]
}

/** Characters. A longer reply would turn a small request into a large response. */
const LONGEST_REPLY = 200_000

/** Returns what is wrong with a shot's outcome, in the database and in the reply. Empty if it ended as it must. */
export function judge(shot: Shot, row: NamedRow, input: Input, evidence: Evidence): string[] {
  const { changes, allowed, replies, leaks } = evidence
  const problems = leaks.map((leak) => `the reply contains ${leak}`)
  const setsCookie = replies.some((reply) => cookiesOf(reply) !== '')
  if (setsCookie && (shot.must === 'hold' || shot.setsNoCookie)) problems.push('the reply sets a cookie')

  const outcomes = replies.map(outcomeOf)
  // Pages may be longer.
  const longest = Math.max(
    ...replies.filter((_, index) => outcomes[index]?.kind !== 'page').map(({ body }) => body.length),
  )
  if (longest > LONGEST_REPLY) problems.push(`the reply is ${longest} characters long`)
  const [first] = outcomes
  if (!first) return [...problems, 'there was no reply']
  const refused = refusalProblem(first, shot.refusal)
  if (shot.must === 'hold') {
    problems.push(...unexpectedChanges(changes, allowed))
    return refused ? [...problems, refused] : problems
  }

  const happened = unexpectedChanges(changes, allowed)
  if (happened.length === 0) {
    const answers = outcomes.map((outcome) => answerProblem(outcome, row, input))
    const [answer] = answers
    const someSucceeded = answers.includes(undefined)
    // A call that changes nothing may be refused, and so may all but one of several parallel calls.
    const others = outcomes.filter((_, index) => answers[index] !== undefined)
    const mayRefuse = someSucceeded || (shot.must === 'either' && changes.length === 0)
    if (mayRefuse)
      problems.push(
        ...others
          .map((other) => refusalProblem(other, shot.refusal))
          .filter((problem) => problem !== undefined),
      )
    else if (answer) problems.push(answer)
    return problems
  }
  if (shot.must === 'either' && changes.length === 0) return refused ? [...problems, refused] : problems
  return [...problems, ...happened, `the reply was ${describe(first)}`]
}

function answerProblem(outcome: Outcome, { answer }: NamedRow, input: Input): string | undefined {
  // Without JavaScript, the reply is the page itself.
  if (outcome.kind === 'page' && outcome.status === 200 && answer === 'data') return undefined
  if (answer === 'data')
    return outcome.kind === 'data' ? undefined : `the reply was ${describe(outcome)} instead of data`
  if (outcome.kind === 'redirect' && answer.redirect(outcome.location, input)) return undefined
  return `the reply was ${describe(outcome)} instead of the expected redirect`
}

function refusalProblem(outcome: Outcome, refusal: Refusal): string | undefined {
  const accepted =
    (outcome.kind === 'error' && refusal.codes?.some((code) => code === outcome.code)) ||
    (outcome.kind === 'invalid' && refusal.invalid) ||
    (outcome.kind === 'page' && refusal.pages?.includes(outcome.status)) ||
    (outcome.kind === 'thrown' && refusal.thrown?.includes(outcome.status)) ||
    (outcome.kind === 'redirect' && refusal.redirect?.(outcome.location))
  return accepted ? undefined : `the reply was ${describe(outcome)}`
}

function describe(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'error':
      return outcome.code
    case 'invalid':
      return 'validation errors'
    case 'redirect':
      return `a redirect to ${outcome.location}`
    case 'empty':
      return 'an empty result, which a page could mistake for success'
    case 'thrown':
      return `an error with a digest (${outcome.status})`
    case 'page':
      return `a page (${outcome.status})`
    case 'shapeless':
      return `a result of unknown shape: ${outcome.why}`
    case 'data':
      return 'data'
  }
}
