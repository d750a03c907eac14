'use client'

import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'

import { tryFixAction } from '../actions'
import { chains } from '../fixes/fixes'
import { ChainChoice } from './chain-choice'
import { FixReport } from './fix-report'

/** The chains to choose from, and what the attacks did to the chosen one. */
export function FixForm({ slug, codes }: { slug: string; codes: readonly string[] }) {
  const router = useRouter()
  return (
    <ActionForm
      action={tryFixAction}
      onSuccess={({ holds }) => (holds ? router.refresh() : undefined)}
      renderAnswer={(result) => <FixReport result={result} />}
    >
      <input type="hidden" name="lesson" value={slug} />
      <ul className="grid gap-4">
        {chains.map((chain, index) => (
          <li key={chain} className="min-w-0">
            <ChainChoice chain={chain} code={codes[index] ?? ''} />
          </li>
        ))}
      </ul>
    </ActionForm>
  )
}
