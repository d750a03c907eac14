'use client'

import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'
import type { Constraints } from '@/lib/input/constraint'

import { sendChallengeAction } from '../actions'
import { ChallengeAnswer } from './challenge-answer'
import { ChallengeFields, type ChallengeFieldsProps } from './challenge-fields'

interface Props extends ChallengeFieldsProps {
  slug: string
  constraints: Constraints
}

/** The request of a challenge, which the visitor edits and sends. */
export function ChallengeForm({ slug, constraints, ...fields }: Props) {
  const router = useRouter()
  const formTarget = fields.targets.find(({ takes }) => takes === 'page-form')?.value
  return (
    <ActionForm
      action={sendChallengeAction}
      constraints={constraints}
      // The page shows what is solved.
      onSuccess={({ state }) => (state === 'solved' ? router.refresh() : undefined)}
      renderAnswer={(result) => <ChallengeAnswer result={result} formTarget={formTarget} />}
      typedIn={({ typed }) => typed}
    >
      <input type="hidden" name="challenge" value={slug} />
      <ChallengeFields {...fields} />
    </ActionForm>
  )
}
