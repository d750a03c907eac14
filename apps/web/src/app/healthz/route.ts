import { probeReply } from '@/lib/lifecycle/probe-reply'

export const dynamic = 'force-dynamic'

/** Whether the process is alive. A process that fails this is to be restarted; a lost database is no reason. */
export const GET = () => probeReply(true)
