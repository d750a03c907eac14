import type { NewDomain } from '../domain'

export function deleteFile({ one, title }: NewDomain): string {
  return `
'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { buttonVariants } from '@/components/ui/button'
import { cn } from '@/lib/cn'

import { delete${one.pascal}Action } from '../actions'
import type { ${one.pascal}Dto } from '../loaders'

interface Delete${one.pascal}Props {
  organization: string
  ${one.camel}: ${one.pascal}Dto
}

/** Asks before it deletes. Works without JavaScript. */
export function Delete${one.pascal}({ organization, ${one.camel} }: Delete${one.pascal}Props) {
  return (
    <details className="space-y-3">
      <summary className={cn(buttonVariants({ variant: 'outline' }), 'cursor-pointer text-destructive')}>
        Delete
      </summary>
      <ActionForm action={delete${one.pascal}Action} className="space-y-3 rounded-lg border p-4">
        <input type="hidden" name="organization" value={organization} />
        <input type="hidden" name="${one.camel}Id" value={${one.camel}.id} />
        <p>
          This deletes “<bdi>{${one.camel}.${title.name.camel}}</bdi>”. You can’t undo this.
        </p>
        <SubmitButton variant="destructive" pendingLabel="Deleting…">
          Delete ${one.words}
        </SubmitButton>
      </ActionForm>
    </details>
  )
}
`
}
