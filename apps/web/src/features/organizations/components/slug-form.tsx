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

/** Explains what happens to old links before the change. */
export function SlugForm({ organization, formerSlugs, constraints }: Props) {
  return (
    <>
      <ActionForm action={changeSlugAction} constraints={constraints} fieldOfCode={{ CONFLICT: 'slug' }}>
        <input type="hidden" name="organization" value={organization} />
        <TextField
          name="slug"
          label="URL"
          title="Use lowercase letters, numbers, and single hyphens."
          hint="Old links redirect members. We keep your old URL reserved until you change it ten more times or delete the organization."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={organization}
        />
        <SubmitButton pendingLabel="Changing…">Change URL</SubmitButton>
      </ActionForm>
      {formerSlugs.length > 0 ? (
        <p className="mt-4 text-xs text-muted-foreground">
          Previous URLs that redirect here:{' '}
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
