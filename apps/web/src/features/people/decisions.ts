/** Every decision that a super-admin can make about a person, as in the URL of its form. */
export const decisionNames = [
  'suspend',
  'restore',
  'end-sessions',
  'verify-email',
  'send-password-reset',
  'request-two-factor-reset',
  'reset-two-factor',
  'withdraw-two-factor-reset',
  'change-role',
  'delete',
] as const

export type DecisionName = (typeof decisionNames)[number]

interface DecisionText {
  /** The link to the form and its heading. */
  title: string
  /** What the decision does, in a sentence or two. */
  description: string
  button: string
  pending: string
  isDestructive?: true
}

export const decisionTexts: Readonly<Record<DecisionName, DecisionText>> = {
  suspend: {
    title: 'Suspend',
    description: "They are signed out everywhere and can't sign in. Nothing they created is lost.",
    button: 'Suspend',
    pending: 'Suspending…',
    isDestructive: true,
  },
  restore: {
    title: 'End suspension',
    description: 'They can sign in again.',
    button: 'End suspension',
    pending: 'Ending…',
  },
  'end-sessions': {
    title: 'Sign out everywhere',
    description: 'Ends all their sessions. They can sign in again.',
    button: 'Sign out everywhere',
    pending: 'Signing out…',
  },
  'verify-email': {
    title: 'Verify email',
    description:
      'They can sign in without opening the link we mailed. Verify it only if you know that the mailbox is theirs.',
    button: 'Verify email',
    pending: 'Verifying…',
  },
  'send-password-reset': {
    title: 'Send password reset',
    description:
      'Emails them a link to set a new password. You never see the link, and their password works until they use it.',
    button: 'Send link',
    pending: 'Sending…',
  },
  'request-two-factor-reset': {
    title: 'Request two-factor reset',
    description:
      'For someone who lost their authenticator app and their backup codes. Another super-admin has to confirm within 24 hours. First make sure that it’s them.',
    button: 'Request reset',
    pending: 'Requesting…',
  },
  'reset-two-factor': {
    title: 'Confirm two-factor reset',
    description:
      'Turns two-factor authentication off and signs them out everywhere. Then their password is enough to sign in, so make sure yourself that it’s them.',
    button: 'Reset two-factor',
    pending: 'Resetting…',
    isDestructive: true,
  },
  'withdraw-two-factor-reset': {
    title: 'Withdraw two-factor reset',
    description: 'Their two-factor authentication stays on. An email tells them.',
    button: 'Withdraw request',
    pending: 'Withdrawing…',
  },
  'change-role': {
    title: 'Change role',
    description:
      'Support can read these pages. A super-admin can also make decisions about people, including you. Applies at once.',
    button: 'Change role',
    pending: 'Saving…',
    isDestructive: true,
  },
  delete: {
    title: 'Delete account',
    description: 'What they created stays in its organization without their name. You can’t undo this.',
    button: 'Delete account',
    pending: 'Deleting…',
    isDestructive: true,
  },
}

interface Facts {
  id: string
  suspended: boolean
  emailVerified: boolean
  role: string | null
  twoFactor: boolean
  /** The pending request to reset their two-factor authentication. */
  reset: { requestedBy: { id: string } } | undefined
}

/** Returns the decisions that would change something. Nobody can decide about themselves. The database checks this too. */
export function decisionsFor(person: Facts, adminId: string): DecisionName[] {
  if (person.id === adminId) return []
  const { suspended, emailVerified, role, twoFactor, reset } = person
  const isOpen: Partial<Record<DecisionName, boolean>> = {
    restore: suspended,
    'verify-email': !emailVerified,
    'send-password-reset': !suspended,
    'request-two-factor-reset': twoFactor && !suspended && !reset,
    'reset-two-factor': !suspended && reset !== undefined && reset.requestedBy.id !== adminId,
    'withdraw-two-factor-reset': reset !== undefined,
    'change-role': (role ?? 'user') !== 'user' || (!suspended && emailVerified),
  }
  return decisionNames.filter((name) => isOpen[name] ?? true)
}
