import { providerReply } from '@kit/action-middleware/chain/provider-reply'
import { callbackPath } from '@/features/auth/callback-path'

interface Context {
  params: Promise<{ provider: string }>
}

// action-audit-waive open-endpoint: There is no session yet. The state authenticates the caller.
/** Where a provider sends the browser back to. See packages/auth/src/providers/attempt.ts for the state. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return providerReply(request, (await params).provider, callbackPath)
}
