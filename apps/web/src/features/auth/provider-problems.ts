import type { CallbackOutcome } from '@kit/action-middleware/chain/provider-reply'

export type ProblemName = Extract<CallbackOutcome, { kind: 'problem' }>['problem']

const sentences: Record<ProblemName, string> = {
  ended: 'This took too long, or was finished in another tab. Try again.',
  cancelled: 'You canceled at the provider. Nothing changed.',
  failed: "The provider's response couldn't be used. Try again, or use another way.",
  limited: 'Too many attempts. Try again in 15 minutes.',
  unverified: "The provider hasn't verified your email. Verify it there, or use another way to sign in.",
  'link-first':
    'An account with this email already exists. Sign in another way, then connect the provider on your security page.',
  'sign-up-closed':
    "You can't sign up with this email here. If you were invited, use the email that the invitation was sent to.",
  suspended: 'This account is suspended. Contact us for help.',
  taken:
    'Your account at the provider is connected to another account here. Disconnect it from that one first.',
  'linked-already': 'You have already connected an account at this provider. Disconnect it first.',
  'not-confirmed':
    "This isn't the connected account, or the provider didn't ask you to sign in again. Try again.",
}

const known = new Map<string, string>(Object.entries(sentences))

/** Returns the message for a problem named in the URL, which anyone can edit. */
export function problemSentence(name: string | undefined): string | undefined {
  return name === undefined ? undefined : known.get(name)
}
