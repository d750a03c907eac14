import { rangeOf } from 'action-audit/syntax/node'
import type { SourceModule } from 'action-audit/syntax/source-module'
import { idOf, type Place } from '../protections/place'

/** The environment variable that selects the removed protection. */
export const SWITCH = 'MUTANT'

interface Insertion {
  at: number
  text: string
  /** Order of insertions at the same position, lowest first. */
  order: number
}

/**
 * Returns a file's text with a switch at each place. Without the switch it behaves as before.
 * @throws when two places start at the same position, because they would have the same ID
 */
export function rewritten(module: SourceModule, places: readonly Place[], root: string): string {
  const ids = places.map((place) => idOf(place, root))
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) throw new Error(`Two protections start at ${twice}.`)
  const insertions = places.flatMap((place, index): Insertion[] => {
    const [start, end] = rangeOf(place.node)
    const isOn = `process.env.${SWITCH} === ${JSON.stringify(idOf(place, root))}`
    const length = end - start
    // Outer places wrap inner ones; for the same node, the first place is the outermost.
    return [
      { at: start, text: `(${isOn} ? ${place.without} : `, order: 1e6 - length + index / 1e3 },
      { at: end, text: ')', order: length - 1e6 - index / 1e3 },
    ]
  })
  const preambles = new Set(places.flatMap(({ preamble }) => preamble ?? []))
  const head = [...preambles].map((line) => `${line}\n`).join('')
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
