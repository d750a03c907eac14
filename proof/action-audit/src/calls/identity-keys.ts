import { CREDENTIAL, INPUT, labeled, labelsOf, type Abstract } from '../guards/abstract'
import { staticKey, unwrapped } from '../syntax/node'
import type { Site } from '../guards/run'

/** What people are known by. Anybody can send the ID of somebody else; a token has to be known. */
const identity = /^(_?id|uid|uuid|sub|slug|name|handle|e?mail|user_?(id|name|email)|account_?id)$/i
/** Where tokens are kept: there, an ID is one. */
const tokens = /session|token|key|invit|verif|ticket|device/i

/** A condition in which what was sent to claim an identity proves nothing. */
export function withoutClaims(where: Abstract, store: string, depth = 0): Abstract {
  if (where.kind !== 'object' || tokens.test(store) || depth > 4) return where
  const members = [...where.members].map(([key, value]): [string, Abstract] => [
    key,
    value.kind === 'object'
      ? withoutClaims(value, `${store}.${key}`, depth + 1)
      : identity.test(key) && labelsOf(value) & CREDENTIAL
        ? labeled((labelsOf(value) & ~CREDENTIAL) | INPUT)
        : value,
  ])
  return { ...where, members: new Map(members) }
}

/** The same, of `eq(users.id, cookie)`. */
export function isClaim({ node }: Site): boolean {
  const [column] = node.type === 'CallExpression' ? node.arguments : []
  const bare = column && unwrapped(column)
  if (bare?.type !== 'MemberExpression' || bare.object.type !== 'Identifier') return false
  const key = staticKey(bare.property, bare.computed)
  return key !== undefined && identity.test(key) && !tokens.test(bare.object.name)
}
