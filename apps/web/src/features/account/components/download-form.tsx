'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { buttonVariants } from '@/components/ui/button'
import { cn } from '@/lib/cn'

import { downloadDataAction } from '../actions'

/** The reply contains the file, so a download passes the same checks as every action, even without JavaScript. */
export function DownloadForm() {
  return (
    <ActionForm
      action={downloadDataAction}
      renderDone={({ json }) => (
        <>
          <output className="block">Your data is ready.</output>
          <a
            href={`data:application/json;charset=utf-8,${encodeURIComponent(json)}`}
            download="gatehouse-data.json"
            className={cn(buttonVariants(), 'mt-5')}
          >
            Save file
          </a>
        </>
      )}
    >
      <SubmitButton variant="outline" pendingLabel="Preparing…">
        Prepare download
      </SubmitButton>
    </ActionForm>
  )
}
