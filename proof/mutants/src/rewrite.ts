import { rangeOf } from 'action-audit/syntax/node'
import type { SourceModule } from 'action-audit/syntax/source-module'
import { idOf, type Place } from './place'

/** What decides, in the server that is built once, which of all protections is out. */
export const SWITCH = 'MUTANT'

interface Insertion {
  at: number
  text: string
  /** Of what is inserted at one place, the lowest stands first. */
  order: number
}

/**
 * The text of a file in which each of its places can be switched; what it does without the switch is what it did.
 * @throws when two places begin where one does, and so have one name
 */
export function rewritten(module: SourceModule, places: readonly Place[], root: string): string {
  const ids = places.map((place) => idOf(place, root))
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) throw new Error(`Two protections begin at ${twice}.`)
  const insertions = places.flatMap((place, index): Insertion[] => {
    const [start, end] = rangeOf(place.node)
    const isOn = `process.env.${SWITCH} === ${JSON.stringify(idOf(place, root))}`
    const length = end - start
    // Around what stands further in comes what stands further out; of the same node, the first is the outermost.
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

/** Behind the directives. */
function headOf({ program, text }: SourceModule): number {
  const first = program.body.find((statement) => !('directive' in statement && statement.directive))
  return first ? rangeOf(first)[0] : text.length
}
