import { permissionRefusal } from '@kit/auth/permissions/refusal-messages'
import { StatusMessage } from '@/components/status-message'
import { ButtonLink } from '@/components/ui/button-link'
import { MissingPermission } from '@/features/roles/components/missing-permission'
import { RolesLink } from '@/features/roles/components/roles-link'
import { organizationPages } from '@/lib/organization/organization-pages'

const nothing = { role: '', customRole: null }

const sentences: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(
    [...organizationPages].map(([page, { needs }]) => [
      page,
      needs === 'membership' ? undefined : permissionRefusal(nothing, needs),
    ]),
  ),
  'roles/[id]': `${permissionRefusal(nothing, { role: ['update'] })} You can't edit your own role or a role with more permissions than yours.`,
}

/** For members whose role isn't enough. Non-members get 404. */
export default function Forbidden() {
  return (
    <StatusMessage
      status={403}
      title="You don't have access"
      actions={
        <>
          <RolesLink sentences={sentences} />
          <ButtonLink href="/organizations" variant="outline">
            Your organizations
          </ButtonLink>
        </>
      }
    >
      <MissingPermission sentences={sentences} />
    </StatusMessage>
  )
}
