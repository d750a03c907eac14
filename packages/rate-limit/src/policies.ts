/** Whom or what a limit counts. */
export type Subject =
  /** The client's address, from `clientIp`. */
  | 'ip'
  /** The id of the user in the live session. */
  | 'user'
  /** The e-mail address of the account that a call is about, whoever calls. */
  | 'email'
  /** The id of the organization that the membership was proved in. */
  | 'organization'
  /** The id of the one thing that a call is about; the policy's name says what is done to it. */
  | 'resource'

export interface Policy {
  /** One counter for each combination of these; nothing at all is one counter for everybody. */
  by: readonly Subject[]
  /** Calls within any stretch of the window. */
  limit: number
  windowSeconds: number
  /**
   * Whether calls are refused while nobody can count them. Where it is a password or a mail that is at stake, a store
   * that somebody brought down must not open the door; elsewhere people go on working, and the log tells.
   */
  sensitive: boolean
}

const MINUTE = 60
const QUARTER = 15 * MINUTE
const HOUR = 60 * MINUTE

/**
 * Every limit there is. Where an action has one by address and one by e-mail, ask by address first: whoever is refused
 * there does not use up the limit of the account.
 */
export const policies = {
  // What every action has that names none of its own.
  'default.public': { by: ['ip'], limit: 120, windowSeconds: MINUTE, sensitive: false },
  'default.user': { by: ['user'], limit: 240, windowSeconds: MINUTE, sensitive: false },

  // Guessing passwords. By e-mail it stops those who have many addresses; it lets a stranger shut an account's door
  // for a while, which is the lesser harm.
  'signIn.ip': { by: ['ip'], limit: 30, windowSeconds: QUARTER, sensitive: true },
  'signIn.email': { by: ['email'], limit: 10, windowSeconds: QUARTER, sensitive: true },
  // Signing in without a proof that no robot does: beyond it one is asked for.
  'signIn.withoutCaptcha': { by: ['email'], limit: 3, windowSeconds: QUARTER, sensitive: true },
  'password.user': { by: ['user'], limit: 5, windowSeconds: QUARTER, sensitive: true },

  // Guessing the tokens in mails; each try costs a hash or a signature.
  'resetPassword.ip': { by: ['ip'], limit: 10, windowSeconds: QUARTER, sensitive: true },
  'verifyEmail.ip': { by: ['ip'], limit: 20, windowSeconds: QUARTER, sensitive: true },
  // A link with which a password has to be given: whoever came by it would guess from many addresses.
  'verifyEmail.link': { by: ['resource'], limit: 10, windowSeconds: HOUR, sensitive: true },

  // Mails that a stranger can have us send. By e-mail: what one mailbox may get, whoever asks for it.
  'signUp.ip': { by: ['ip'], limit: 10, windowSeconds: HOUR, sensitive: true },
  'signUp.email': { by: ['email'], limit: 3, windowSeconds: HOUR, sensitive: true },
  'resetMail.ip': { by: ['ip'], limit: 10, windowSeconds: HOUR, sensitive: true },
  'resetMail.email': { by: ['email'], limit: 3, windowSeconds: HOUR, sensitive: true },
  'verificationMail.email': { by: ['email'], limit: 3, windowSeconds: HOUR, sensitive: true },
  'emailChange.user': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: true },
  'emailChange.email': { by: ['email'], limit: 3, windowSeconds: HOUR, sensitive: true },
  'contact.ip': { by: ['ip'], limit: 5, windowSeconds: HOUR, sensitive: true },
  'contact.total': { by: [], limit: 60, windowSeconds: HOUR, sensitive: true },

  // Attacks that a visitor of the lab has fired, each of which is a call of its own or several.
  'lab.fire': { by: ['ip'], limit: 40, windowSeconds: MINUTE, sensitive: true },

  // Work that is given out; each costs the server one round of it.
  'captcha.challenge': { by: ['ip'], limit: 120, windowSeconds: MINUTE, sensitive: false },
  // Waiting in place of work, for visitors without JavaScript: a robot could wait for a thousand forms at once.
  'captcha.waitingIp': { by: ['ip'], limit: 10, windowSeconds: QUARTER, sensitive: true },
  'captcha.waitingTotal': { by: [], limit: 100, windowSeconds: HOUR, sensitive: true },
  // Invitations: mails to people of the caller's choice, of which one mailbox may get so many, whoever invites it. How many
  // one member begins is counted by the statement that makes them (@kit/db/invitations). One that is sent again is counted
  // by what it is, and the database ends it after six (invitation_sent_count).
  'invitationMail.email': { by: ['email'], limit: 5, windowSeconds: HOUR, sensitive: true },
  'invitation.resend': { by: ['resource'], limit: 3, windowSeconds: HOUR, sensitive: true },
  'invitationLink.ip': { by: ['ip'], limit: 30, windowSeconds: QUARTER, sensitive: true },

  // What cannot be taken back, or takes a name that others may want.
  'account.delete': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: true },
  'organization.create': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: false },
  'organization.changeSlug': { by: ['organization'], limit: 5, windowSeconds: HOUR, sensitive: false },
  'organization.delete': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: true },
  'organization.transfer': { by: ['user'], limit: 5, windowSeconds: HOUR, sensitive: true },

  // Few are ever needed, and each stays on a page that everybody reads.
  'roles.create': { by: ['user', 'organization'], limit: 60, windowSeconds: HOUR, sensitive: false },

  // Work, one thing at a time; changes of what is there already are within what every person may do.
  'tasks.create': { by: ['user', 'organization'], limit: 60, windowSeconds: MINUTE, sensitive: false },
} as const satisfies Record<string, Policy>

export type PolicyName = keyof typeof policies

/** What a policy has to be told: a value for each of its subjects, and nothing else. */
export type SubjectsOf<Name extends PolicyName> = Record<(typeof policies)[Name]['by'][number], string>
