import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { TextLink } from '@/components/text-link'
import { offersOrganizations } from '@/features/installation/loaders'
import { NewOrganizationForm } from '@/features/organizations/components/new-organization-form'
import { createOrganizationSchema } from '@/features/organizations/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'New organization' }

export default async function NewOrganizationPage() {
  const { user } = await requireSession()
  if (!offersOrganizations(user))
    return (
      <>
        <PageHeader
          title="New organization"
          description="Only administrators can create organizations here."
        />
        <p className="mt-6">
          Ask to be invited to an organization, or <TextLink href="/contact">contact us</TextLink> to get one.
        </p>
      </>
    )
  return (
    <>
      <PageHeader title="New organization" description="You'll be its owner." />
      <div className="mt-6 max-w-sm xl:max-w-2xl">
        <NewOrganizationForm constraints={constraintsOf(createOrganizationSchema)} />
      </div>
    </>
  )
}
