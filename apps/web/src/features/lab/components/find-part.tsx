'use client'

import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'
import { Badge } from '@/components/ui/badge'

import { findLineAction } from '../actions'
import type { FoundLine } from '../find/find'
import { CodeLine } from './code-line'
import { PartTitle } from './part-title'

interface Props {
  slug: string
  /** The mistake's code. */
  code: string
  solved: boolean
  /** The line that was found on an earlier visit. */
  found?: FoundLine & { line: string }
}

/** Asks for the line that lets the attack through, and explains each line that is chosen. */
export function FindPart({ slug, code, solved, found }: Props) {
  const router = useRouter()
  return (
    <section aria-labelledby="find" className="space-y-4">
      <PartTitle id="find" title="Find it" solved={solved} />
      <p className="max-w-2xl">
        Choose a line that makes the mistake. If the mistake is a missing check, that’s the line before the
        gap or any line of the statement after it.
      </p>
      <ActionForm
        action={findLineAction}
        initialState={found && { data: found }}
        onSuccess={({ right }) => (right ? router.refresh() : undefined)}
        renderAnswer={({ line, right, text }) => (
          <p className="flex max-w-2xl flex-wrap items-baseline gap-2">
            <Badge variant={right ? 'success' : 'neutral'}>
              Line {line}: {right ? 'found' : 'not this one'}
            </Badge>
            <span className="min-w-0 flex-1 basis-64">{text}</span>
          </p>
        )}
      >
        <input type="hidden" name="lesson" value={slug} />
        <ol aria-label="The lines of the code" className="rounded-lg border bg-card py-1">
          {code.split('\n').map((text, index) => (
            // eslint-disable-next-line react/no-array-index-key -- lines have no other order
            <li key={index}>
              <CodeLine line={index + 1} code={text} />
            </li>
          ))}
        </ol>
      </ActionForm>
    </section>
  )
}
