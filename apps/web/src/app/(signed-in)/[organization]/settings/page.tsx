import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { PageSection } from '@/components/page-section'
import { ButtonLink } from '@/components/ui/button-link'
import { DeleteForm } from '@/features/organizations/components/delete-form'
import { LeaveSection } from '@/features/organizations/components/leave-section'
import { RenameForm } from '@/features/organizations/components/rename-form'
import { RequireTwoFactorForm } from '@/features/organizations/components/require-two-factor-form'
import { SlugForm } from '@/features/organizations/components/slug-form'
import { TransferForm } from '@/features/organizations/components/transfer-form'
import { loadOrganizationSettings } from '@/features/organizations/loaders'
import {
  changeSlugSchema,
  deleteOrganizationSchema,
  leaveOrganizationSchema,
  renameOrganizationSchema,
  requireTwoFactorSchema,
  transferOwnershipSchema,
} from '@/features/organizations/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { everythingRemoved } from '@/lib/organization/removed-units'
import { requireSession } from '@/lib/request/require-session'
import { twoFactorPath } from '@/lib/url/two-factor-path'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params
  const { user } = await requireSession()
  const settings = await loadOrganizationSettings(organization)
  const { name, formerSlugs } = settings
  return (
    <div className="max-w-2xl xl:max-w-none">
      <PageHeader
        title="Settings"
        description={settings.canUpdate || !settings.canLeave ? name : 'You can leave this organization.'}
      />
      {settings.canUpdate ? (
        <>
          <PageSection title="Name" description="Shown to members and in invitations.">
            <RenameForm {...{ organization, name }} constraints={constraintsOf(renameOrganizationSchema)} />
          </PageSection>
          <PageSection title="URL" description="Used in every page URL.">
            <SlugForm {...{ organization, formerSlugs }} constraints={constraintsOf(changeSlugSchema)} />
          </PageSection>
        </>
      ) : null}
      {settings.canRequireTwoFactor ? (
        <PageSection
          title="Two-factor authentication"
          description="Require a code from an authenticator app of every member."
        >
          {user.twoFactor ? (
            <RequireTwoFactorForm
              organization={organization}
              isRequired={settings.twoFactorRequired}
              constraints={constraintsOf(requireTwoFactorSchema)}
            />
          ) : (
            <>
              <p>To require it of others, turn it on for your own account first.</p>
              <ButtonLink href={twoFactorPath()} variant="outline" className="mt-4">
                Turn it on
              </ButtonLink>
            </>
          )}
        </PageSection>
      ) : null}
      {settings.canTransfer ? (
        <PageSection title="Ownership" description="Transfer this organization to another member.">
          <TransferForm organization={organization} constraints={constraintsOf(transferOwnershipSchema)} />
        </PageSection>
      ) : null}
      <PageSection
        title="Leave"
        description="You lose access immediately. To rejoin, you need an invitation."
      >
        <LeaveSection
          {...{ organization, ...settings }}
          constraints={constraintsOf(leaveOrganizationSchema)}
        />
      </PageSection>
      {settings.canDelete ? (
        <PageSection
          title="Delete"
          description={`Permanently deletes ${everythingRemoved}. Only the audit log is kept.`}
        >
          <DeleteForm organization={organization} constraints={constraintsOf(deleteOrganizationSchema)} />
        </PageSection>
      ) : null}
    </div>
  )
}
