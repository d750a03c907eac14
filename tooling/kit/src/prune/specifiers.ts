import { parseSync } from 'oxc-parser'

/** Returns the specifiers that a module imports or re-exports. */
export function specifiersIn(path: string, source: string): string[] {
  const { module } = parseSync(path, source)
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  )
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...passedOn]
}
