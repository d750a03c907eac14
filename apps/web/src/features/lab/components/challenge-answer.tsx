'use client'

import { useEffect, useRef } from 'react'

import { Icon } from '@/components/icon/icon'
import { Badge } from '@/components/ui/badge'

import type { ChallengeResult } from '../challenge/send-challenge'
import { ReplyGroup } from './reply-group'
import { RowChanges } from './row-changes'
import { useScrollTo } from './use-scroll-to'

/** Milliseconds until the next try while the control group starts. */
const PAUSE = 2000

const labels = {
  off: ['neutral', 'Not running'],
  starting: ['info', 'Starting'],
  solved: ['success', 'Solved'],
  unsolved: ['neutral', 'Not yet'],
} as const

interface Props {
  result: ChallengeResult
  /** What sends the form of a page, if the challenge has one. */
  formTarget: string | undefined
}

/** What a visitor's request did. Sends the form again while the control group starts. */
export function ChallengeAnswer({ result, formTarget }: Props) {
  const { state, text, changes, wire, replies } = result
  const section = useRef<HTMLElement>(null)
  useScrollTo(section, result)

  // Each answer is a new object, so this effect runs again and schedules the next try.
  const starting = state === 'starting' ? result : undefined

  useEffect(() => {
    if (!starting) return
    const timer = setTimeout(() => section.current?.closest('form')?.requestSubmit(), PAUSE)
    return () => clearTimeout(timer)
  }, [starting])

  const [variant, label] = labels[state]
  const sent = replies.flatMap((reply) => reply.sent).length
  return (
    <section ref={section} aria-label="Your result" className="min-w-0 rounded-lg border bg-card">
      <h3 className="flex flex-wrap items-center gap-2 border-b px-4 py-3 font-semibold">
        <Badge variant={variant}>{label}</Badge>
        {state === 'starting' ? <Icon name="loader-circle" className="animate-spin" /> : null}
      </h3>
      <div className="space-y-3 px-4 py-3">
        <p className="wrap-anywhere">{sentenceOf(result, text)}</p>
        {changes.length > 0 ? <RowChanges changes={changes} /> : null}
        {wire ? (
          <details>
            <summary className="min-h-11 cursor-pointer py-2.5 text-xs text-muted-foreground md:min-h-8 md:py-1.5">
              {sent > 1 ? 'The first request' : 'The request'} (its cookie isn’t shown)
            </summary>
            <pre className="max-h-48 overflow-y-auto text-xs whitespace-pre-wrap wrap-anywhere">
              <code className="font-mono">{wire}</code>
            </pre>
          </details>
        ) : null}
        {replies.map((reply) => (
          <ReplyGroup
            key={`${reply.status} ${reply.text} ${reply.sent.join()}`}
            reply={reply}
            formTarget={formTarget}
          />
        ))}
      </div>
    </section>
  )
}

function sentenceOf({ state, changes }: ChallengeResult, text: string): string {
  if (state === 'off') return text
  if (state === 'starting') return `Starting the unguarded app, only this once. ${text}`
  const rows = changes.length === 0 ? 'No row changed.' : 'These rows changed.'
  if (state === 'solved') return `You did it. ${changes.length === 0 ? '' : rows}`.trim()
  return `${rows} ${text}`.trim()
}
