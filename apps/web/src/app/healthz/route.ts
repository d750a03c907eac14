import { probeReply } from '@/lib/lifecycle/probe-reply'

export const dynamic = 'force-dynamic'

/** Whether the process is alive. Restart a process that fails this. A lost database doesn't fail it. */
export const GET = () => probeReply(true)
