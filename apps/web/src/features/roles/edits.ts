import { entriesOf } from '@kit/auth/permissions/permission-labels'
import { parsePermissions } from '@kit/auth/permissions/permissions'

/** What the form edits: the name, and the names of the permissions in the order of the table. */
export function roleContent({ name, permissions }: { name: string; permissions: unknown }) {
  return { name, permissions: entriesOf(parsePermissions(permissions)).map((entry) => entry.name) }
}
