import { stripVTControlCharacters } from 'node:util'

/** What failed, and why. */
export interface Failure {
  /** File and title of a test; empty if a step failed as a whole. */
  name: string
  message: string
}

const EXPLAINED = 10
const NAMED = 50
const HEAD = 6
const TAIL = 12
const WIDTH = 200

/** The failures of a step, for someone who sees only the end of the output: the first with reasons, the others by name. */
export function describeFailures(step: string, failures: Failure[]): string[] {
  const title = ({ name }: Failure) => cut(`✗ ${[step, name].filter(Boolean).join(': ')}`)
  const explained = failures
    .slice(0, EXPLAINED)
    .flatMap((failure) => [title(failure), ...excerpt(failure.message).map((line) => `    ${line}`)])
  const named = failures.slice(EXPLAINED, NAMED).map(title)
  const more = failures.length - NAMED
  return [...explained, ...named, ...(more > 0 ? [`✗ ${step}: and ${more} more`] : [])]
}

/** The first and last lines: a test says what is wrong first, a tool last. */
function excerpt(message: string): string[] {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => cut(line.trimEnd()))
    .filter(Boolean)
  return lines.length > HEAD + TAIL ? [...lines.slice(0, HEAD), '…', ...lines.slice(-TAIL)] : lines
}

function cut(line: string): string {
  return line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line
}
