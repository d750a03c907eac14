import { posix } from 'node:path'
import type { Tree } from '../tree/tree'

/** Returns a function that resolves imports to files of the tree; undefined for third-party packages. */
export function resolver(tree: Tree): (from: string, specifier: string) => string | undefined {
  const packages = new Map(
    tree
      .paths()
      .filter((path) => posix.basename(path) === 'package.json')
      .map((path) => {
        const { name, exports = {} } = JSON.parse(tree.read(path))
        return [String(name), { folder: posix.dirname(path), exports: Object.entries<string>(exports) }]
      }),
  )
  const file = (path: string) =>
    [path, ...['.ts', '.tsx', '/index.ts', '.js'].map((end) => path + end)].find((each) => tree.has(each))

  return (from, specifier) => {
    if (specifier.startsWith('.')) return file(posix.join(posix.dirname(from), specifier))
    const [app] = /^apps\/[^/]+\//.exec(from) ?? []
    if (app && specifier.startsWith('@/')) return file(`${app}src/${specifier.slice(2)}`)
    const [name = '', subpath] = /^(@[^/]+\/[^/]+)(?:\/(.+))?$/.exec(specifier)?.slice(1) ?? []
    const found = packages.get(name)
    for (const [key, target] of found?.exports ?? []) {
      const [start = '', end] = key.split('*')
      const wanted = subpath === undefined ? '.' : `./${subpath}`
      if (end === undefined ? wanted !== key : !wanted.startsWith(start) || !wanted.endsWith(end)) continue
      const part = wanted.slice(start.length, end === undefined ? undefined : wanted.length - end.length)
      return file(posix.join(found?.folder ?? '', target.replace('*', part)))
    }
    return undefined
  }
}
