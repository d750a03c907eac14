'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { buttonVariants } from '@/components/ui/button'

import { exportActivityAction, exportAllActivityAction } from '../actions'

interface ExportFormProps {
  /** The query of the page's URL. */
  filters: string
  /** A slug. Without one, exports all organizations. */
  organization: string | undefined
}

/** Prepares a CSV file of the list. The reply contains it, so an export passes the same checks as every action. */
export function ExportForm({ filters, organization }: ExportFormProps) {
  return (
    <ActionForm
      action={organization === undefined ? exportAllActivityAction : exportActivityAction}
      className="space-y-2"
      renderAnswer={({ csv, view, isCut }) => (
        <p className="flex flex-wrap items-center gap-3">
          {isCut ? 'The newest 1,000 rows are ready.' : 'The file is ready.'}
          <a
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`}
            download={view === 'done' ? 'changes.csv' : 'refused-requests.csv'}
            className={buttonVariants({ size: 'sm' })}
          >
            Save file
          </a>
        </p>
      )}
    >
      {organization === undefined ? null : <input type="hidden" name="organization" value={organization} />}
      <input type="hidden" name="filters" value={filters} />
      <SubmitButton variant="outline" size="sm" pendingLabel="Preparing…">
        Export as CSV
      </SubmitButton>
    </ActionForm>
  )
}
