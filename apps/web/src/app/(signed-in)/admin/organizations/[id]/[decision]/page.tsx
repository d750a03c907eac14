import type { Metadata } from 'next'

import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { OrganizationDecisionForm } from '@/features/organization-administration/components/organization-decision-form'
import { organizationDecisionTexts } from '@/features/organization-administration/decisions'
import { loadOrganizationDecision } from '@/features/organization-administration/loaders'
import {
  organizationDecisionSchema,
  scheduleDeletionSchema,
} from '@/features/organization-administration/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'Make a decision' }

interface Props {
  params: Promise<{ id: string; decision: string }>
}

export default async function OrganizationDecisionPage({ params }: Props) {
  const { id, decision: name } = await params
  const { organization, decision } = await loadOrganizationDecision(id, name)
  const { title, description } = organizationDecisionTexts[decision]
  return (
    <div className="max-w-md">
      <FormPage
        title={`${title}: ${organization.name}`}
        description={description}
        footer={<TextLink href={`/admin/organizations/${id}`}>Back to {organization.name}</TextLink>}
      >
        <OrganizationDecisionForm
          {...{ decision, organization }}
          constraints={constraintsOf(
            decision === 'delete' ? scheduleDeletionSchema : organizationDecisionSchema,
          )}
        />
      </FormPage>
    </div>
  )
}
