'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { changeSlugAction } from '../actions'

interface Props {
  organization: string
  formerSlugs: string[]
  constraints: Constraints
}

/** Says what becomes of the links that people have, before they are changed. */
export function SlugForm({ organization, formerSlugs, constraints }: Props) {
  return (
    <>
      <ActionForm action={changeSlugAction} constraints={constraints} fieldOfCode={{ CONFLICT: 'slug' }}>
        <input type="hidden" name="organization" value={organization} />
        <TextField
          name="slug"
          label="Address"
          title="Use lower-case letters, digits and single hyphens."
          hint="Links to the present address keep working for members. Nobody else is given it, until you have changed it ten more times or deleted the organization."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={organization}
        />
        <SubmitButton pendingLabel="Changing…">Change address</SubmitButton>
      </ActionForm>
      {formerSlugs.length > 0 ? (
        <p className="mt-4 text-xs text-muted-foreground">
          Former addresses that lead here:{' '}
          {formerSlugs.map((slug, index) => (
            <span key={slug}>
              {index > 0 ? ', ' : null}
              <code className="font-mono wrap-anywhere">/{slug}</code>
            </span>
          ))}
        </p>
      ) : null}
    </>
  )
}
