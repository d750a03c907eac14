import { CREDENTIAL, INPUT, labeled, labelsOf, type Abstract } from '../guards/abstract'
import { staticKey, unwrapped } from '../syntax/node'
import type { Site } from '../guards/run'

/** Identifiers of people. Anyone can send another person's ID, but not their token. */
const identity = /^(_?id|uid|uuid|sub|slug|name|handle|e?mail|user_?(id|name|email)|account_?id)$/i
/** Token stores, where an ID is a token. */
const tokens = /session|token|key|invit|verif|ticket|device/i

/** Whether a condition uses a claimed identity that proves nothing. */
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

/** The same for `eq(users.id, cookie)`. */
export function isClaim({ node }: Site): boolean {
  const [column] = node.type === 'CallExpression' ? node.arguments : []
  const bare = column && unwrapped(column)
  if (bare?.type !== 'MemberExpression' || bare.object.type !== 'Identifier') return false
  const key = staticKey(bare.property, bare.computed)
  return key !== undefined && identity.test(key) && !tokens.test(bare.object.name)
}
