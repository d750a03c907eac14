import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { NewOrganizationForm } from '@/features/organizations/components/new-organization-form'
import { createOrganizationSchema } from '@/features/organizations/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'New organization' }

export default async function NewOrganizationPage() {
  await requireSession()
  return (
    <>
      <PageHeader title="New organization" description="You'll be its owner." />
      <div className="mt-6 max-w-sm xl:max-w-2xl">
        <NewOrganizationForm constraints={constraintsOf(createOrganizationSchema)} />
      </div>
    </>
  )
}
