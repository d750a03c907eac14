import type { ConflictCode, ConflictDetails } from '@kit/db/connection/conflict-error'

type Sentence = string | ((details: ConflictDetails) => string)

const sentences: Record<ConflictCode, Sentence> = {
  ALREADY_A_MEMBER: 'This person is already a member. You can change their role in the list of members.',
  ALREADY_DONE: 'This has already been done. Reload the page.',
  ALREADY_INVITED: 'This email has already been invited. You can resend the invitation.',
  ASSIGNEE_NOT_A_MEMBER: "The assignee isn't a member of this organization. Choose another one.",
  CREATED_BY_ADMINS: 'Only administrators can create organizations here. Contact us to get one.',
  EMAIL_HAS_ACCOUNT: 'This email already has an account. Sign in to accept the invitation.',
  HAS_PASSWORD: 'Your account has a password. Reload the page and enter it instead.',
  INVITATION_FOR_OTHER_EMAIL:
    'This invitation is for a different email. Sign in with the email it was sent to.',
  INVITATION_SENT_TOO_OFTEN: "This invitation can't be resent again. Cancel it and send a new one.",
  INVITED_TOO_MANY: "You've sent too many invitations in the past hour. Try again later.",
  INVITER_LOST_RIGHT:
    'The person who invited you can no longer invite people. Ask the organization for a new invitation.',
  LAST_OWNER:
    'This is the last owner. Transfer ownership to another member first, or delete the organization.',
  LAST_OWNER_OF: lastOwnerOf,
  NOT_A_PICTURE: 'Choose a PNG, JPEG or WebP picture with up to 4 megapixels.',
  NOT_LINKED: "This account isn't connected anymore. Reload the page.",
  LAST_SUPER_ADMIN: 'You are the last super-admin. Make someone else a super-admin first.',
  NEEDS_OWNER: needsOwner,
  NO_LONGER_ADMIN: "Your role doesn't allow this.",
  NO_RESET_REQUEST: "This request isn't pending anymore. Reload the page.",
  NOT_ITS_SLUG: "Enter this organization's URL name.",
  NOT_THEIR_EMAIL: "Enter this person's email.",
  NOT_YOUR_EMAIL: 'Enter the email of your account.',
  ORGANIZATION_CLOSED: "This organization can't get new members right now. Ask its owner.",
  OWN_ACCOUNT: 'Ask another super-admin to do this to your account.',
  OWN_REQUEST: 'You made this request. Another super-admin has to confirm it.',
  RECENT_SUPER_ADMIN: 'You became a super-admin less than a day ago. Another super-admin has to do this.',
  LAST_SIGN_IN_METHOD: 'This is your only way to sign in. Add a passkey or set a password first.',
  PASSKEY_GONE: 'This passkey has already been removed. Reload the page.',
  ROLE_IN_USE: roleInUse,
  ROLE_NAME_TAKEN: 'A role with this name already exists. Choose another name.',
  SAME_EMAIL: 'This is already your email. Enter a different one.',
  SIGN_UP_CLOSED: "This email can't be used to sign up here. Contact us for help.",
  SLUG_TAKEN: ({ free }) => `This URL is taken. ${free ? `Try ${free}.` : 'Choose another one.'}`,
  STAFF_ACCOUNT: "Super-admins and support can't be impersonated.",
  SUSPENDED: 'This account is suspended. End the suspension first.',
  TOO_MANY_PASSKEYS: ({ most }) => `You can have at most ${most} passkeys. Remove one first.`,
  TOO_MANY_ROLES: ({ most }) => `An organization can have at most ${most} custom roles. Delete one first.`,
  TWO_FACTOR_OFF: 'Two-factor authentication is off. Reload the page.',
  TWO_FACTOR_SET_UP_ENDED: 'This key can no longer be used. Start again with a new one.',
  UNVERIFIED: "This person's email is not verified. Verify it first.",
}

/** Says what the conflict is and how to fix it. */
export function conflictSentence(code: ConflictCode, details: ConflictDetails = {}): string {
  const sentence = sentences[code]
  return typeof sentence === 'string' ? sentence : sentence(details)
}

function lastOwnerOf({ name, others }: ConflictDetails): string {
  if (!others) return `You are the last owner of “${name}”. Transfer or delete it first.`
  const rest = others === 1 ? 'one more organization' : `${others} more organizations`
  return `You are the last owner of “${name}” and ${rest}. Transfer or delete them first.`
}

function needsOwner({ name, others }: ConflictDetails): string {
  const rest = others ? ` and ${counted(others, 'more organization')}` : ''
  return `“${name}”${rest} would have no owner. Reload the page and choose one.`
}

function roleInUse({ members, invitations }: ConflictDetails): string {
  const users = [counted(members, 'member'), counted(invitations, 'pending invitation')].filter(Boolean)
  const why =
    users.length > 0 ? `This role is in use by ${users.join(' and ')}.` : 'Someone was just given this role.'
  return `${why} Give them another role first.`
}

function counted(count: string | number | undefined, thing: string): string {
  if (!count) return ''
  return count === 1 ? `1 ${thing}` : `${count} ${thing}s`
}
