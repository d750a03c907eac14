import { connection } from 'next/server'

import { makeChallenge } from '@kit/captcha/challenge'
import { FORM } from '@/chain/bots'
import { chainA, chainB, chainC, chainD } from './actions'

/** Lists the chains, so the build includes them, and has a new challenge. */
export default async function Page() {
  await connection()
  return (
    <p data-challenge={JSON.stringify(await makeChallenge(FORM))}>
      {[chainA, chainB, chainC, chainD].length} chains
    </p>
  )
}
