import { isReady } from '@/lib/lifecycle/is-ready'
import { probeReply } from '@/lib/lifecycle/probe-reply'

export const dynamic = 'force-dynamic'

// action-audit-waive open-endpoint: Load balancers have no session. The reply is one word, and at most one check a
// second is made.
/** Whether requests can be sent here: the database answers, its migrations have run, and the process is not stopping. */
export const GET = async () => probeReply(await isReady())
