import { parseSync } from 'oxc-parser'

/** What a module imports or passes on. */
export function specifiersIn(path: string, source: string): string[] {
  const { module } = parseSync(path, source)
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  )
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...passedOn]
}
