/** Everything that can be in the way of a valid request. The web app turns each code into a sentence. */
export const conflictCodes = [
  'ALREADY_A_MEMBER',
  'ALREADY_INVITED',
  'ASSIGNEE_NOT_A_MEMBER',
  'EMAIL_HAS_ACCOUNT',
  'INVITATION_FOR_OTHER_EMAIL',
  'INVITATION_SENT_TOO_OFTEN',
  'INVITED_TOO_MANY',
  'INVITER_LOST_RIGHT',
  'LAST_OWNER',
  'LAST_OWNER_OF',
  'NOT_YOUR_EMAIL',
  'ROLE_IN_USE',
  'ROLE_NAME_TAKEN',
  'SAME_EMAIL',
  'SLUG_TAKEN',
  'TOO_MANY_ROLES',
] as const

export type ConflictCode = (typeof conflictCodes)[number]

/** What the sentence needs beside the code. The caller is shown it. */
export type ConflictDetails = Record<string, string | number>

/** Input that is valid by itself does not fit what is there, such as a name that is taken. */
export class ConflictError extends Error {
  override name = 'ConflictError'

  constructor(
    readonly code: ConflictCode,
    readonly details?: ConflictDetails,
  ) {
    super(code)
  }
}
