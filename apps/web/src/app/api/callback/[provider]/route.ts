import { providerReply } from '@kit/action-middleware/chain/provider-reply'
import { callbackPath } from '@/features/auth/callback-path'

interface Context {
  params: Promise<{ provider: string }>
}

// action-audit-waive open-endpoint: Nobody has a session before they sign in. What proves the caller is the state, which only the browser
// that left and the provider know (packages/auth/src/providers/attempt.ts).
/** Where a provider sends the browser back to. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return providerReply(request, (await params).provider, callbackPath)
}
