import type { Apps } from '../bench'
import type { Calls } from './call'
import { rotate } from './call'
import {
  accountCalls,
  contactCalls,
  landingCalls,
  listCalls,
  settingsCalls,
  signInCalls,
  writeCalls,
} from './product-calls'

/** A typical mix: of ten requests, three lists, two writes, and each other page once. */
export function mixedCalls({ product, people }: Apps): Calls {
  const lists = rotate(listCalls(people))
  const writes = rotate(writeCalls(product.url, people))
  const others = [settingsCalls(people), accountCalls(people), contactCalls(), signInCalls(), landingCalls()]
  const turns = [lists, writes, lists, writes, lists, ...others.map(rotate)]
  let turn = 0
  return () => {
    const next = turns[turn % turns.length]
    if (!next) throw new Error('There are no calls.')
    turn += 1
    return next()
  }
}
