/** What a limit counts by. */
export type Subject =
  /** The client's IP, from `clientIp`. */
  | 'ip'
  /** The ID of the signed-in user. */
  | 'user'
  /** The email in the input, regardless of the caller. */
  | 'email'
  /** The mailbox of the email in the input: without a tag after a plus sign, and without dots. */
  | 'mailbox'
  /** The ID of the organization. */
  | 'organization'
  /** The ID of one resource in the input. */
  | 'resource'
  /** The account whose password was just given, together with that password: a new one starts a new count. */
  | 'account'

export interface Policy {
  /** One counter per combination of these. An empty list is one counter for everyone. */
  by: readonly Subject[]
  /**
   * Calls allowed in a window. The window slides: the previous window's calls still count for the share that it still covers,
   * rounded up.
   */
  limit: number
  windowSeconds: number
  /**
   * Whether calls are refused while the store fails. Set for passwords and mail, where an attacker could take the store
   * down first; elsewhere people keep working.
   */
  sensitive: boolean
}

const MINUTE = 60
const QUARTER = 15 * MINUTE
const HOUR = 60 * MINUTE

/** Every limit. Apply one by IP before one by email, so refused callers don't use up the account's limit. */
export const policies = {
  // Every action has one of these, in addition to its own.
  'default.public': { by: ['ip'], limit: 120, windowSeconds: MINUTE, sensitive: false },
  // Calls from other sites, which the check of the origin refuses. Only these are recorded.
  'foreignOrigin.ip': { by: ['ip'], limit: 30, windowSeconds: MINUTE, sensitive: false },
  'default.user': { by: ['user'], limit: 240, windowSeconds: MINUTE, sensitive: false },

  // Guessing passwords. The limit by email stops attackers with many IPs. It lets a stranger block sign-in to an account
  // for a while, which is the lesser harm.
  'signIn.ip': { by: ['ip'], limit: 30, windowSeconds: QUARTER, sensitive: true },
  'signIn.email': { by: ['email'], limit: 10, windowSeconds: QUARTER, sensitive: true },
  // Sign-ins without a captcha. Over this limit, one is required.
  'signIn.withoutCaptcha': { by: ['email'], limit: 3, windowSeconds: QUARTER, sensitive: true },
  'password.user': { by: ['user'], limit: 5, windowSeconds: QUARTER, sensitive: true },

  // Guessing codes, by someone who knows the password. A new password, which the owner can set by mail, starts a new count, so
  // that person can't lock the owner out for good. Each sign-in has five attempts (sign_in_challenge).
  'signInCode.ip': { by: ['ip'], limit: 30, windowSeconds: QUARTER, sensitive: true },
  'signInCode.account': { by: ['account'], limit: 20, windowSeconds: HOUR, sensitive: true },
  // Each change sends mail.
  'twoFactor.user': { by: ['user'], limit: 10, windowSeconds: HOUR, sensitive: true },

  // Each visit to a provider stores a row. Each return makes requests to the provider and may create an account.
  'providerStart.ip': { by: ['ip'], limit: 30, windowSeconds: QUARTER, sensitive: true },
  'providerCallback.ip': { by: ['ip'], limit: 30, windowSeconds: QUARTER, sensitive: true },
  // Decoding a picture costs more than most calls.
  'avatars.user': { by: ['user'], limit: 20, windowSeconds: HOUR, sensitive: true },
  // Each change sends mail.
  'linkedAccounts.user': { by: ['user'], limit: 10, windowSeconds: HOUR, sensitive: true },
  // Each change sends mail. A signature can't be guessed, so using a passkey is limited only as much as using a password.
  'passkeys.user': { by: ['user'], limit: 20, windowSeconds: HOUR, sensitive: true },

  // Guessing mailed tokens; each try costs a hash or a signature.
  'resetPassword.ip': { by: ['ip'], limit: 10, windowSeconds: QUARTER, sensitive: true },
  'verifyEmail.ip': { by: ['ip'], limit: 20, windowSeconds: QUARTER, sensitive: true },
  'signInLink.ip': { by: ['ip'], limit: 20, windowSeconds: QUARTER, sensitive: true },
  'reportSignIn.ip': { by: ['ip'], limit: 10, windowSeconds: QUARTER, sensitive: true },
  // This link also asks for the password, which a thief of the link could guess from many IPs.
  'verifyEmail.link': { by: ['resource'], limit: 10, windowSeconds: HOUR, sensitive: true },

  // Mail that a stranger can trigger. The limit by mailbox caps what one person gets, however the email is written.
  'signUp.ip': { by: ['ip'], limit: 10, windowSeconds: HOUR, sensitive: true },
  'signUp.mailbox': { by: ['mailbox'], limit: 3, windowSeconds: HOUR, sensitive: true },
  'resendLink.ip': { by: ['ip'], limit: 10, windowSeconds: HOUR, sensitive: true },
  'resetMail.ip': { by: ['ip'], limit: 10, windowSeconds: HOUR, sensitive: true },
  'resetMail.mailbox': { by: ['mailbox'], limit: 3, windowSeconds: HOUR, sensitive: true },
  // More than sign-ups, which send one each: a sign-in without a verified email sends another.
  'verificationMail.mailbox': { by: ['mailbox'], limit: 5, windowSeconds: HOUR, sensitive: true },
  // Mail about new browsers. Only someone who knows the password can cause it, and the first few mails of a day are warning
  // enough.
  'signInMail.mailbox': { by: ['mailbox'], limit: 5, windowSeconds: 24 * HOUR, sensitive: true },
  'magicLink.ip': { by: ['ip'], limit: 10, windowSeconds: HOUR, sensitive: true },
  'magicLink.mailbox': { by: ['mailbox'], limit: 3, windowSeconds: HOUR, sensitive: true },
  'confirmationCode.user': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: true },
  'emailChange.user': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: true },
  'emailChange.mailbox': { by: ['mailbox'], limit: 3, windowSeconds: HOUR, sensitive: true },
  'contact.ip': { by: ['ip'], limit: 5, windowSeconds: HOUR, sensitive: true },
  'contact.total': { by: [], limit: 60, windowSeconds: HOUR, sensitive: true },

  // Reporting and blocking mail through the link in it.
  'mailLink.ip': { by: ['ip'], limit: 20, windowSeconds: QUARTER, sensitive: false },
  'mailReport.link': { by: ['resource'], limit: 3, windowSeconds: HOUR, sensitive: false },

  // Attacks fired from the lab; each makes one or more calls.
  'lab.fire': { by: ['ip'], limit: 40, windowSeconds: MINUTE, sensitive: true },
  // Higher, because the lab calls it again every few seconds while the control group starts.
  'lab.control': { by: ['ip'], limit: 60, windowSeconds: MINUTE, sensitive: true },
  'lab.fix': { by: ['ip'], limit: 40, windowSeconds: MINUTE, sensitive: true },
  'lab.challenge': { by: ['ip'], limit: 60, windowSeconds: MINUTE, sensitive: true },

  // Proof-of-work challenges; each costs the server one round.
  'captcha.challenge': { by: ['ip'], limit: 120, windowSeconds: MINUTE, sensitive: false },
  // Waiting tokens, for visitors without JavaScript. A bot could wait for a thousand at once.
  'captcha.waitingIp': { by: ['ip'], limit: 10, windowSeconds: QUARTER, sensitive: true },
  'captcha.waitingTotal': { by: [], limit: 100, windowSeconds: HOUR, sensitive: true },

  // Invitations. The query counts how many a member sends per hour (@kit/db/invitations), and the database allows six
  // mails per invitation (invitation_sent_count).
  // Counted across organizations, because one person may create several.
  'invitationMail.user': { by: ['user'], limit: 60, windowSeconds: HOUR, sensitive: true },
  'invitationMail.newUser': { by: ['user'], limit: 5, windowSeconds: 24 * HOUR, sensitive: true },
  'invitationMail.mailbox': { by: ['mailbox'], limit: 5, windowSeconds: HOUR, sensitive: true },
  'invitation.resend': { by: ['resource'], limit: 3, windowSeconds: HOUR, sensitive: true },
  'invitationLink.ip': { by: ['ip'], limit: 30, windowSeconds: QUARTER, sensitive: true },

  // Harmless, but each can delete many rows.
  'sessions.end': { by: ['user'], limit: 60, windowSeconds: HOUR, sensitive: false },

  // Reads a lot.
  'account.download': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: true },

  // Irreversible changes, and slugs that others may want.
  'account.delete': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: true },
  'organization.create': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: false },
  'organization.changeSlug': { by: ['organization'], limit: 5, windowSeconds: HOUR, sensitive: false },
  'organization.delete': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: true },
  'organization.requireTwoFactor': { by: ['user'], limit: 10, windowSeconds: HOUR, sensitive: false },
  'organization.transfer': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: true },

  // Files of up to 1,000 rows.
  'activity.export': { by: ['user'], limit: 20, windowSeconds: HOUR, sensitive: true },

  // Decisions of super-admins about people. A stolen session could do much harm in a minute, and each sends mail.
  'people.suspend': { by: ['user'], limit: 60, windowSeconds: HOUR, sensitive: true },
  'people.access': { by: ['user'], limit: 60, windowSeconds: HOUR, sensitive: true },
  'people.changeRole': { by: ['user'], limit: 10, windowSeconds: HOUR, sensitive: true },
  'impersonation.start': { by: ['user'], limit: 20, windowSeconds: HOUR, sensitive: true },
  'people.delete': { by: ['user'], limit: 20, windowSeconds: HOUR, sensitive: true },

  // The same, about organizations.
  'organizationAdministration.suspend': { by: ['user'], limit: 60, windowSeconds: HOUR, sensitive: true },
  'organizationAdministration.delete': { by: ['user'], limit: 20, windowSeconds: HOUR, sensitive: true },

  // Each applies to everyone.
  'installation.change': { by: ['user'], limit: 60, windowSeconds: HOUR, sensitive: true },

  // Few are needed, and everyone sees them.
  'roles.create': { by: ['user', 'organization'], limit: 60, windowSeconds: HOUR, sensitive: false },

  // Creating rows; changes to existing ones fall under `default.user`.
  'tasks.searchAssignees': { by: ['user'], limit: 120, windowSeconds: MINUTE, sensitive: false },
  'tasks.create': { by: ['user', 'organization'], limit: 60, windowSeconds: MINUTE, sensitive: false },
} as const satisfies Record<string, Policy>

export type PolicyName = keyof typeof policies

/** A value for each of a policy's subjects. */
export type SubjectsOf<Name extends PolicyName> = Record<(typeof policies)[Name]['by'][number], string>
