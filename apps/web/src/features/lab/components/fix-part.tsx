'use client'

import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'

import { tryFixAction } from '../actions'
import { chains } from '../fixes/fixes'
import type { Code } from '../lessons/code-schema'
import { ChainChoice } from './chain-choice'
import { CodeBlock } from './code-block'
import { FixReport } from './fix-report'
import { PartTitle } from './part-title'

interface Props {
  slug: string
  /** The code of each chain. */
  codes: readonly Code[]
  /** The code that all of them use. */
  shared: Code | null
  solved: boolean
}

/** Asks for the chain that stops every attack, and attacks the chosen one. */
export function FixPart({ slug, codes, shared, solved }: Props) {
  const router = useRouter()
  return (
    <section aria-labelledby="fix-it" className="space-y-4">
      <PartTitle id="fix-it" title="Fix it" solved={solved} />
      <p className="max-w-2xl">
        Only one of these is safe. Choose one to attack it and see which attack still succeeds.
      </p>
      {shared ? <CodeBlock label="Code that they use" code={shared.code} /> : null}
      <ActionForm
        action={tryFixAction}
        onSuccess={({ holds }) => (holds ? router.refresh() : undefined)}
        renderAnswer={(result) => <FixReport result={result} />}
      >
        <input type="hidden" name="lesson" value={slug} />
        <ul className="grid gap-4 lg:grid-cols-2">
          {chains.map((chain, index) => (
            <li key={chain} className="min-w-0">
              <ChainChoice chain={chain} code={codes[index]?.code ?? ''} />
            </li>
          ))}
        </ul>
      </ActionForm>
    </section>
  )
}
