import { z } from 'zod'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { versionField } from '@kit/action-middleware/input/version-schema'
import { entriesOf } from '@kit/auth/permissions/permission-labels'
import {
  grantablePermissions,
  isRole,
  parsePermissions,
  type Permissions,
} from '@kit/auth/permissions/permissions'
import { roleBounds } from '@kit/db/organizations/values'
import { storableLine } from '@/lib/input/storable-text'

/** Letters of another width or style could read as a built-in role. */
const readsAsBuiltIn = (name: string) => isRole(name.normalize('NFKC').toLowerCase())

const nameSchema = storableLine()
  .min(1, 'Enter a name.')
  .max(roleBounds.nameLength)
  .refine((name) => !name.includes('  '), 'Use single spaces only.')
  .refine((name) => !readsAsBuiltIn(name), 'This name is reserved for a built-in role. Choose another one.')

const grantable = entriesOf(grantablePermissions)

const permissionsSchema = z
  .array(z.enum(grantable.map(({ name }) => name)), 'Choose at least one permission.')
  .min(1, 'Choose at least one permission.')
  .max(grantable.length)
  .refine((names) => new Set(names).size === names.length, 'Each permission can be listed only once.')
  .transform(permissionsNamed)

/** `['member.read', 'member.update']` as `{ member: ['read', 'update'] }`. */
function permissionsNamed(names: readonly string[]): Permissions {
  const chosen = Object.entries(grantablePermissions).map(([resource, verbs]) => [
    resource,
    verbs.filter((verb) => names.includes(`${resource}.${verb}`)),
  ])
  return parsePermissions(Object.fromEntries(chosen))
}

const roleFields = {
  organization: organizationSlugSchema,
  name: nameSchema,
  permissions: permissionsSchema,
}

export const createRoleSchema = z.strictObject(roleFields)

export const updateRoleSchema = z.strictObject({
  ...roleFields,
  roleId: z.uuid(),
  version: versionField,
  decision: versionField.optional(),
})

export const deleteRoleSchema = z.strictObject({ organization: organizationSlugSchema, roleId: z.uuid() })
