/** Every conflict that a valid request can meet. The web app turns each code into a message. */
export const conflictCodes = [
  'ALREADY_A_MEMBER',
  'ALREADY_DONE',
  'ALREADY_INVITED',
  'ASSIGNEE_NOT_A_MEMBER',
  'CREATED_BY_ADMINS',
  'EMAIL_HAS_ACCOUNT',
  'HAS_PASSWORD',
  'INVITATION_FOR_OTHER_EMAIL',
  'INVITATION_SENT_TOO_OFTEN',
  'INVITED_TOO_MANY',
  'INVITER_LOST_RIGHT',
  'LAST_OWNER',
  'LAST_OWNER_OF',
  'LAST_SUPER_ADMIN',
  'NEEDS_OWNER',
  'NO_LONGER_ADMIN',
  'NO_RESET_REQUEST',
  'NOT_ITS_SLUG',
  'NOT_THEIR_EMAIL',
  'LAST_SIGN_IN_METHOD',
  'NOT_A_PICTURE',
  'NOT_LINKED',
  'NOT_YOUR_EMAIL',
  'PASSKEY_GONE',
  'ORGANIZATION_CLOSED',
  'OWN_ACCOUNT',
  'OWN_REQUEST',
  'RECENT_SUPER_ADMIN',
  'ROLE_IN_USE',
  'ROLE_NAME_TAKEN',
  'SAME_EMAIL',
  'SIGN_UP_CLOSED',
  'SLUG_TAKEN',
  'STAFF_ACCOUNT',
  'SUSPENDED',
  'TOO_MANY_PASSKEYS',
  'TOO_MANY_ROLES',
  'TWO_FACTOR_OFF',
  'TWO_FACTOR_SET_UP_ENDED',
  'UNVERIFIED',
] as const

export type ConflictCode = (typeof conflictCodes)[number]

/** Values for the message. Shown to the caller. */
export type ConflictDetails = Record<string, string | number>

/** Valid input that conflicts with the current state, such as a taken name. */
export class ConflictError extends Error {
  override name = 'ConflictError'

  constructor(
    readonly code: ConflictCode,
    readonly details?: ConflictDetails,
  ) {
    super(code)
  }
}
