import type { Metadata } from 'next'
import type { z } from 'zod'

import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { DecisionForm } from '@/features/people/components/decision-form'
import { PendingReset } from '@/features/people/components/pending-reset'
import { type DecisionName, decisionTexts } from '@/features/people/decisions'
import { loadDecision } from '@/features/people/loaders'
import {
  changePersonRoleSchema,
  decisionSchema,
  deleteUserSchema,
  suspendPersonSchema,
} from '@/features/people/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'Make a decision' }

const schemas: Partial<Record<DecisionName, z.ZodType>> = {
  suspend: suspendPersonSchema,
  'change-role': changePersonRoleSchema,
  delete: deleteUserSchema,
}

interface Props {
  params: Promise<{ id: string; decision: string }>
}

export default async function DecisionPage({ params }: Props) {
  const { id, decision: name } = await params
  const { person, decision, handovers } = await loadDecision(id, name)
  const { title, description } = decisionTexts[decision]
  return (
    <div className="max-w-md">
      <FormPage
        title={`${title}: ${person.name}`}
        description={description}
        footer={<TextLink href={`/admin/people/${id}`}>Back to {person.name}</TextLink>}
      >
        <div className="space-y-5">
          {person.reset && decision.includes('two-factor') ? <PendingReset reset={person.reset} /> : null}
          <DecisionForm
            {...{ decision, person, handovers }}
            constraints={constraintsOf(schemas[decision] ?? decisionSchema)}
          />
        </div>
      </FormPage>
    </div>
  )
}
