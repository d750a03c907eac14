import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import { roleBounds } from '../organizations/values'

/**
 * Runs a statement that writes a role and turns constraint violations into codes.
 * @throws ConflictError ROLE_NAME_TAKEN, TOO_MANY_ROLES, ROLE_IN_USE
 */
export async function refusingRoles<T>(statement: PromiseLike<T>): Promise<T> {
  try {
    return await statement
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'organization_role_name':
      case 'organization_role_name_free':
        throw new ConflictError('ROLE_NAME_TAKEN')
      case 'organization_role_count':
        throw new ConflictError('TOO_MANY_ROLES', { most: roleBounds.perOrganization })
      case 'member_role_is_own':
      case 'invitation_custom_role':
        throw new ConflictError('ROLE_IN_USE')
      default:
        throw error
    }
  }
}
