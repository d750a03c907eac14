import path from 'node:path'
import picomatch from 'picomatch'

interface Places {
  places: ReadonlySet<string>
  topFolders: ReadonlySet<string>
}

/** Text between backticks that is neither a command nor an expression. */
const looksLikePath = /^[\w@.[\]()<>*{},+-]+(?:\/[\w@.[\]()<>*{},+-]+)*\/?$/

const extension = /\.(?:tsx?|mjs|js|json|sql|md|ya?ml|css|example)$/

/**
 * Returns the paths among `codes` that are not in the repository. A path starts in a top-level folder or is the end of
 * one: `features/<domain>/actions.ts`. `<domain>`, `*` and `{a,b}` are wildcards.
 */
export function brokenPaths(codes: readonly string[], { places, topFolders }: Places): string[] {
  return codes.filter((code) => {
    if (!looksLikePath.test(code) || code.includes('...')) return false
    const [first = ''] = code.split('/')
    const rooted = code.includes('/') && topFolders.has(first)
    const ending = code.includes('/') && extension.test(code)
    const rootDocument = !code.includes('/') && code.endsWith('.md')
    return (rooted || ending || rootDocument) && !isThere(code.replace(/\/$/, ''), places, rooted)
  })
}

/** Finds every file and folder, once for all documents. */
export function placesIn(files: readonly string[]): Places {
  const places = new Set<string>()
  for (const file of files) {
    for (let place = file; place !== '.'; place = path.posix.dirname(place)) places.add(place)
  }
  const topFolders = files.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? '')
  return { places, topFolders: new Set(topFolders) }
}

function isThere(code: string, places: ReadonlySet<string>, rooted: boolean): boolean {
  if (places.has(code)) return true
  const glob = code
    // Next's route folders are names, not patterns.
    .replace(/[[\]()]/g, String.raw`\$&`)
    .replace(/<[^>]*>/g, '*')
  const matches = picomatch(rooted ? glob : `{${glob},**/${glob}}`, { dot: true })
  return [...places].some((place) => matches(place))
}
