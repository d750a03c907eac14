import 'server-only'
import { headers } from 'next/headers'
import { readPreferences } from '@kit/db/accounts/preferences'
import { rememberBrowser } from '@kit/db/sign-in/known-browsers'
import { database } from '@kit/db/connection/client'
import { callerIp } from '@kit/rate-limit/ip/caller-ip'
import { maskNetwork } from '@kit/rate-limit/ip/mask-network'
import { mailTime } from '../library/mail-time'
import { mayMailSignIn, queueNewSignIn } from '../library/mail'
import { browserInWords } from './browser-in-words'
import { identifyBrowser } from './browser-cookie'
import { reportLink } from './report-link'

/**
 * Remembers the browser, and mails the user if they have not used it before. Call it once a sign-in is complete.
 * @param isFirst the account has just been made in this browser, so there is nothing to report
 */
export async function noteSignIn(
  user: { id: string; email: string },
  { isFirst = false } = {},
): Promise<void> {
  const hash = await identifyBrowser()
  const sent = await headers()
  await database().transaction(async (transaction) => {
    const isNew = await rememberBrowser(transaction, user.id, hash)
    if (!isNew || isFirst || !(await mayMailSignIn(user.email))) return
    await queueNewSignIn(transaction, user.email, {
      token: await reportLink(transaction, user),
      browser: browserInWords(sent.get('user-agent')),
      network: maskNetwork(callerIp(sent)),
      at: mailTime(new Date(), await readPreferences(transaction, user.id)),
    })
  })
}
