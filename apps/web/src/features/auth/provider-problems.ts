import type { CallbackOutcome } from '@kit/action-middleware/chain/provider-reply'

export type ProblemName = Extract<CallbackOutcome, { kind: 'problem' }>['problem']

const sentences: Record<ProblemName, string> = {
  ended: 'This took too long, or was finished in another tab. Try again.',
  cancelled: 'You cancelled at the provider. Nothing was changed.',
  failed: "The provider's answer couldn't be used. Try again, or use another way.",
  limited: 'Too many attempts. Try again in 15 minutes.',
  unverified: "The provider hasn't verified your email. Verify it there, or use another way to sign in.",
  'link-first':
    'An account with this email exists. Sign in to it another way, and connect the provider on its security page.',
  suspended: 'This account is suspended. Contact us for help.',
  taken: 'This account at the provider is connected to someone else here. Disconnect it there first.',
  'linked-already': 'You have already connected an account at this provider. Disconnect it first.',
  'not-confirmed':
    'This is not the account that is connected, or you were signed in there before. Try again.',
}

const known = new Map<string, string>(Object.entries(sentences))

/** Returns what to say about a problem in the URL, which anyone can write. */
export function problemSentence(name: string | undefined): string | undefined {
  return name === undefined ? undefined : known.get(name)
}
