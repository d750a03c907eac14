/** Every decision that a super-admin can make about a person, as in the URL of its form. */
export const decisionNames = [
  'suspend',
  'restore',
  'end-sessions',
  'verify-email',
  'send-password-reset',
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
}

/** Returns the decisions that would change something. Nobody can decide about themselves. The database checks this too. */
export function decisionsFor(person: Facts, adminId: string): DecisionName[] {
  if (person.id === adminId) return []
  const { suspended, emailVerified, role } = person
  const isOpen: Partial<Record<DecisionName, boolean>> = {
    restore: suspended,
    'verify-email': !emailVerified,
    'send-password-reset': !suspended,
    'change-role': (role ?? 'user') !== 'user' || (!suspended && emailVerified),
  }
  return decisionNames.filter((name) => isOpen[name] ?? true)
}
