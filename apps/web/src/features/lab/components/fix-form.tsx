'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'

import { tryFixAction } from '../actions'
import { chains } from '../fixes/fixes'
import { ChainChoice } from './chain-choice'
import { FixReport, type ShownFix } from './fix-report'

interface Props {
  slug: string
  /** What a choice is called. */
  noun: string
  codes: readonly string[]
  /** The fix that was found on an earlier visit. */
  found?: ShownFix
}

/** The chains to choose from, and what the attacks did to the chosen one. */
export function FixForm({ slug, noun, codes, found }: Props) {
  const router = useRouter()
  const [earlier] = useState(found)
  return (
    <ActionForm
      action={tryFixAction}
      initialState={earlier && { data: earlier }}
      onSuccess={({ holds }) => (holds ? router.refresh() : undefined)}
      renderAnswer={(result) => <FixReport noun={noun} result={result} isNew={result !== earlier} />}
    >
      <input type="hidden" name="lesson" value={slug} />
      <ul className="grid gap-4">
        {chains.map((chain, index) => (
          <li key={chain} className="min-w-0">
            <ChainChoice noun={noun} chain={chain} code={codes[index] ?? ''} />
          </li>
        ))}
      </ul>
    </ActionForm>
  )
}
