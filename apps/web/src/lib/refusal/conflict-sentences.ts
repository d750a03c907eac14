import type { ConflictCode, ConflictDetails } from '@kit/db/connection/conflict-error'

type Sentence = string | ((details: ConflictDetails) => string)

const sentences: Record<ConflictCode, Sentence> = {
  ALREADY_A_MEMBER: 'This person is a member already.',
  ALREADY_INVITED: 'This address has been invited already. Its invitation can be sent again.',
  ASSIGNEE_NOT_A_MEMBER: 'The assignee is not a member of this organization.',
  EMAIL_HAS_ACCOUNT: 'There is an account with this address. Sign in to accept.',
  INVITATION_FOR_OTHER_EMAIL: 'This invitation is for a different email.',
  INVITATION_SENT_TOO_OFTEN:
    'This invitation has been sent as often as it may be. Cancel it and invite anew.',
  INVITED_TOO_MANY: 'You have invited many people within this hour. Go on a little later.',
  INVITER_LOST_RIGHT:
    'The person who invited you can no longer do so. Ask the organization for a new invitation.',
  LAST_OWNER:
    'This is the last owner. Transfer the ownership to another member first, or delete the organization.',
  LAST_OWNER_OF: lastOwnerOf,
  NOT_YOUR_EMAIL: 'Enter the email of your account.',
  ROLE_IN_USE: roleInUse,
  ROLE_NAME_TAKEN: 'Another role of this organization has this name.',
  SAME_EMAIL: 'This is already your email.',
  SLUG_TAKEN: 'Another organization has this address.',
  TOO_MANY_ROLES: ({ most }) => `An organization has at most ${most} roles of its own. Delete one first.`,
}

/** One sentence or two on what is in the way and what to do about it. */
export function conflictSentence(code: ConflictCode, details: ConflictDetails = {}): string {
  const sentence = sentences[code]
  return typeof sentence === 'string' ? sentence : sentence(details)
}

function lastOwnerOf({ name, others }: ConflictDetails): string {
  if (!others) return `You are the last owner of “${name}”. Transfer or delete it first.`
  const rest = others === 1 ? 'one more organization' : `${others} more organizations`
  return `You are the last owner of “${name}” and ${rest}. Transfer or delete them first.`
}

function roleInUse({ members, invitations }: ConflictDetails): string {
  const held = [holders(members, 'member'), holders(invitations, 'pending invitation')].filter(Boolean)
  const why = held.length > 0 ? held.join(' and ') : 'somebody was given it just now'
  return `This role is in use: ${why}. Give them another role first.`
}

function holders(count: string | number | undefined, thing: string): string {
  if (!count) return ''
  return count === 1 ? `1 ${thing} has it` : `${count} ${thing}s have it`
}
