import { rangeOf } from 'action-audit/syntax/node'
import type { SourceModule } from 'action-audit/syntax/source-module'
import { idOf, type Protection } from '../protections/protection'

/** The environment variable that selects the removed protection. */
export const SWITCH = 'MUTANT'

interface Insertion {
  at: number
  text: string
  /** Order of insertions at the same position, lowest first. */
  order: number
}

/**
 * Returns a file's text with a switch at each protection. Without the switch it behaves as before.
 * @throws when two protections start at the same position, because they would have the same ID
 */
export function rewritten(module: SourceModule, protections: readonly Protection[], root: string): string {
  const ids = protections.map((protection) => idOf(protection, root))
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) throw new Error(`Two protections start at ${twice}.`)
  const insertions = protections.flatMap((protection, index): Insertion[] => {
    const [start, end] = rangeOf(protection.node)
    const isOn = `process.env.${SWITCH} === ${JSON.stringify(idOf(protection, root))}`
    const length = end - start
    // Outer protections wrap inner ones; for the same node, the first protection is the outermost.
    return [
      { at: start, text: `(${isOn} ? ${protection.without} : `, order: 1e6 - length + index / 1e3 },
      { at: end, text: ')', order: length - 1e6 - index / 1e3 },
    ]
  })
  const imports = new Set(protections.flatMap(({ importLine }) => importLine ?? []))
  const head = [...imports].map((line) => `${line}\n`).join('')
  if (head) insertions.push({ at: headOf(module), text: head, order: -2e6 })
  let text = ''
  let done = 0
  for (const { at, text: inserted } of insertions.toSorted((a, b) => a.at - b.at || a.order - b.order)) {
    text += module.text.slice(done, at) + inserted
    done = at
  }
  return text + module.text.slice(done)
}

/** Returns the offset after the directives. */
function headOf({ program, text }: SourceModule): number {
  const first = program.body.find((statement) => !('directive' in statement && statement.directive))
  return first ? rangeOf(first)[0] : text.length
}
