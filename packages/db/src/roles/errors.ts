import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import { roleBounds } from '../organizations/values'

/** The organization has a role of this name, in whatever case, or every organization has. */
export class RoleNameTakenError extends ConflictError {
  override name = 'RoleNameTakenError'
  override message = 'Another role of this organization has this name.'
}

export class TooManyRolesError extends ConflictError {
  override name = 'TooManyRolesError'
  override message = `An organization has at most ${roleBounds.perOrganization} roles of its own. Delete one first.`
}

/** Somebody holds the role, or is invited to it. */
export class RoleInUseError extends ConflictError {
  override name = 'RoleInUseError'

  constructor(holders?: { members: number; invitations: number }) {
    const held = holders && [
      countOf(holders.members, 'member'),
      countOf(holders.invitations, 'pending invitation'),
    ]
    super(
      `This role is in use: ${held?.filter(Boolean).join(' and ') ?? 'somebody was given it just now'}. Give them another role first.`,
    )
  }
}

function countOf(count: number, thing: string): string {
  if (count === 0) return ''
  return count === 1 ? `1 ${thing} has it` : `${count} ${thing}s have it`
}

/** Runs what writes a role, and puts the database's refusals into words. */
export async function refusingRoles<T>(statement: PromiseLike<T>): Promise<T> {
  try {
    return await statement
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'organization_role_name':
      case 'organization_role_name_free':
        throw new RoleNameTakenError()
      case 'organization_role_count':
        throw new TooManyRolesError()
      case 'member_role_is_own':
      case 'invitation_custom_role':
        throw new RoleInUseError()
      default:
        throw error
    }
  }
}
