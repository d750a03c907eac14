import type { NewDomain } from '../domain'

export function formFile({ one, many }: NewDomain): string {
  return `
'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmissionField } from '@/components/form/submission-field'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button-link'
import type { Constraints } from '@/lib/input/constraint'

import { create${one.pascal}Action, update${one.pascal}Action } from '../actions'
import type { ${one.pascal}Dto } from '../loaders'
import { ${one.pascal}Fields } from './${one.kebab}-fields'

interface ${one.pascal}FormProps {
  organization: string
  constraints: Constraints
  /** Whether the user may open the list. */
  canRead: boolean
  /** The ${one.words} to change; without it, the form creates one. */
  ${one.camel}?: ${one.pascal}Dto
}

export function ${one.pascal}Form({ organization, constraints, canRead, ${one.camel} }: ${one.pascal}FormProps) {
  return (
    <ActionForm
      action={${one.camel} ? update${one.pascal}Action : create${one.pascal}Action}
      constraints={constraints}
      version={${one.camel}?.version}
      success="Changes saved."
    >
      <input type="hidden" name="organization" value={organization} />
      {${one.camel} ? <input type="hidden" name="${one.camel}Id" value={${one.camel}.id} /> : <SubmissionField />}
      <${one.pascal}Fields ${one.camel}={${one.camel}} />
      <div className="flex flex-col gap-2 pt-2 sm:flex-row">
        <SubmitButton pendingLabel={${one.camel} ? 'Saving…' : 'Creating…'}>
          {${one.camel} ? 'Save changes' : 'Create ${one.words}'}
        </SubmitButton>
        {canRead ? (
          <ButtonLink href={\`/\${organization}/${many.kebab}\`} variant="ghost" className="sm:ml-auto">
            Cancel
          </ButtonLink>
        ) : null}
      </div>
    </ActionForm>
  )
}
`
}
