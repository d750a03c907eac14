'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { blockMailAction, reportMailAction, unblockMailAction } from '../actions'

// These are forms because mail scanners follow links, so opening the page must change nothing.

export function BlockMailForm({ token, scope }: { token: string; scope: 'sender' | 'all' }) {
  return (
    <ActionForm action={blockMailAction}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="scope" value={scope} />
      <SubmitButton variant="outline" pendingLabel="Blocking…" className="w-full">
        {scope === 'sender' ? 'Block this sender' : 'Block everyone'}
      </SubmitButton>
    </ActionForm>
  )
}

export function UnblockMailForm({ token }: { token: string }) {
  return (
    <ActionForm action={unblockMailAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton variant="outline" pendingLabel="Unblocking…" className="w-full">
        Unblock
      </SubmitButton>
    </ActionForm>
  )
}

export function ReportMailForm({ token }: { token: string }) {
  return (
    <ActionForm action={reportMailAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton variant="destructive" pendingLabel="Reporting…" className="w-full">
        Report
      </SubmitButton>
    </ActionForm>
  )
}
