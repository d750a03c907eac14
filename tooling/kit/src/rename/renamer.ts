import { namesOf, type Names, type Product } from './names'

/** Returns a function that replaces one product's name with another's, in the spelling that each place needs. */
export function renamer(from: Product, to: Product): (text: string) => string {
  const old = namesOf(from)
  const next = namesOf(to)
  const pattern = patternOf(old)
  return (text) =>
    text.replaceAll(pattern, (match: string, offset: number) => {
      const place = { before: text.slice(0, offset), after: text.slice(offset + match.length) }
      return next[spellingOf(match, old, place)]
    })
}

/** Matches the name in any spelling, but not inside a longer word. */
export function patternOf(names: Names): RegExp {
  const { kebab, snake, camel, pascal, constant } = names
  const lower = [...new Set([kebab, snake, camel])].join('|')
  // A sentence may wrap inside a two-word name.
  const display = names.display.replaceAll(' ', String.raw`\s+`)
  return new RegExp(
    [
      `(?<![A-Za-z])(?:${lower})(?![a-z])`,
      `(?:${display}|${pascal})(?![a-z])`,
      `(?<![A-Z])${constant}(?![A-Za-z])`,
    ].join('|'),
    'g',
  )
}

interface Place {
  before: string
  after: string
}

function spellingOf(match: string, names: Names, place: Place): keyof Names {
  const inIdentifier = /[\w$]$/.test(place.before) || /^[\w$]/.test(place.after)
  if (match === names.constant && (match !== names.display || inIdentifier)) return 'constant'
  if (match === names.pascal) return match !== names.display || inIdentifier ? 'pascal' : 'display'
  if (/[A-Z\s]/.test(match)) return match === names.camel ? 'camel' : 'display'
  if (names.kebab !== names.snake) return match === names.snake ? 'snake' : 'kebab'
  // A one-word name looks the same in the database, in code and elsewhere.
  if (place.before.endsWith('_') || /^\\*_/.test(place.after)) return 'snake'
  if (/^[A-Z]/.test(place.after)) return 'camel'
  return isInDatabase(place) ? 'snake' : 'kebab'
}

/** Whether it names a role or database, which SQL contains unquoted. */
function isInDatabase({ before, after }: Place): boolean {
  const start = before.slice(before.lastIndexOf('\n') + 1)
  const end = after.split('\n', 1)[0] ?? ''
  if (/postgres(?:ql)?:\/\/(?:\S*\/)?$/.test(start)) return true
  const quote = /['"`]$/.exec(start)?.[0]
  return quote !== undefined && end.startsWith(quote) && /role|database/i.test(start + end)
}
