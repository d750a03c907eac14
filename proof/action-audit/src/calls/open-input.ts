import { INPUT, labelsOf, type Abstract } from '../guards/abstract'

/** Properties and methods that take the columns to write. */
const written = /^(data|set|values|create|update|\$set|\$setOnInsert)$/

/** Whether unvalidated input decides which columns are written, as in `{ ...parsed, ...input }` or `data: input`. */
export function isOpen(value: Abstract, depth = 0): boolean {
  if (value.kind !== 'object' || depth > 4) return false
  if (value.rest && isRaw(value.rest)) return true
  return [...value.members].some(
    ([key, each]) => (written.test(key) && isRaw(each)) || isOpen(each, depth + 1),
  )
}

/** Like the function above, for the arguments of a method. */
export function takesOpen(key: string, args: readonly Abstract[]): boolean {
  return args.some((each) => isOpen(each) || (written.test(key) && isRaw(each)))
}

function isRaw(value: Abstract): boolean {
  if (value.kind === 'oneOf')
    return value.options.some((option) => isRaw(option.value) || isOpen(option.value))
  return value.kind === 'any' && (labelsOf(value) & INPUT) > 0
}
