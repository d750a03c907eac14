import { assertSameOrigin } from '@kit/action-middleware/chain/same-origin'
import { env } from '@kit/env'

/** Whether one of our own pages sent a form. Another site could post any text, so only then may the answer repeat it. */
export function sentFromHere(headers: Headers): boolean {
  const [origin, secFetchSite] = [headers.get('origin'), headers.get('sec-fetch-site')]
  try {
    assertSameOrigin({ origin, secFetchSite, cookie: headers.get('cookie') }, env().APP_URL)
    // A browser always sends one of them with a form.
    return origin !== null || secFetchSite !== null
  } catch {
    return false
  }
}
