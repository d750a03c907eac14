import { demoPassword } from '@kit/db/demo/demo'

import type { RawReply } from '../firing/reply'
import type { FixCall } from './fixes'

const wrong = ['password', '123456', 'qwerty', 'dragon', 'monkey', 'letmein', 'abc123', 'secret']

/** Wrong passwords and then the right one. */
export const guesses = (headersOf: (number: number) => Record<string, string>): FixCall[] =>
  [...wrong, demoPassword].map((password, number) => ({
    as: 'signed-out',
    args: { email: 'owner@globex.test', password },
    headers: headersOf(number),
  }))

export const signedInAtAll = ({ replies }: { replies: readonly RawReply[] }): boolean =>
  replies.some(({ headers }) => headers['set-cookie']?.includes('session_token') ?? false)
