import { staticKey, unwrapped, walk, type FunctionNode } from '../../syntax/node'

/** Common names of functions that authenticate, authorize or validate. */
const known: ReadonlySet<string> = new Set([
  'auth',
  'currentUser',
  'getCurrentUser',
  'getServerSession',
  'getSession',
  'getUser',
  'limit',
  'parse',
  'parseAsync',
  'safeParse',
  'safeParseAsync',
  'validateRequest',
  'verifySession',
])

const beginnings: readonly string[] = [
  'require',
  'assert',
  'ensure',
  'authorize',
  'verify',
  'rateLimit',
  'checkRateLimit',
]

/** The calls in a function that look like checks, by name only. */
export function checksIn(fn: FunctionNode): string[] {
  const names = new Set<string>()
  walk(fn, (node) => {
    if (node.type !== 'CallExpression') return
    const callee = unwrapped(node.callee)
    const name =
      callee.type === 'Identifier'
        ? callee.name
        : callee.type === 'MemberExpression'
          ? staticKey(callee.property, callee.computed)
          : undefined
    if (name !== undefined && (known.has(name) || beginnings.some((each) => name.startsWith(each))))
      names.add(name)
  })
  return [...names].toSorted()
}
