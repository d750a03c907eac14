import type { ReactNode } from 'react'

import { Badge } from '@/components/ui/badge'

import type { ControlResult } from '../control/control-group'
import type { Layer } from '../firing/layer'

export interface Shown {
  status: number
  answer: string
  held: boolean
  layer: Layer | null
  event?: { kind: string; count: number } | null
  excerpt: string | null
  sent: number
  control?: ControlResult | null
}

/** What came of an attack: the reply, what ended it, and the record that it left. */
export function AttackReport({ report }: { report: Shown }) {
  const { status, answer, held, layer, event, excerpt, sent, control } = report
  return (
    <section aria-label="What came of it" className="rounded-lg border bg-card">
      <h3 className="flex flex-wrap items-center gap-2 border-b px-4 py-3 font-semibold">
        <Badge variant={held ? 'success' : 'destructive'}>{held ? 'Held' : 'Got through'}</Badge>
        {held ? 'The call was refused' : 'This is not how it should end'}
      </h3>
      <dl className="grid gap-x-6 gap-y-3 px-4 py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
        <Fact term="Reply">
          {status === 0 ? 'None' : `Status ${status}`}
          {sent > 1 ? `, the last of ${sent}` : null}. {answer}
        </Fact>
        <Fact term="Stopped by">
          {layer ? (
            <>
              {layer.name} <code className="block text-xs text-muted-foreground">{layer.file}</code>
            </>
          ) : (
            'Nothing'
          )}
        </Fact>
        {event === undefined ? null : (
          <Fact term="On record">
            {event
              ? `${event.kind}, ${event.count} in this minute`
              : 'Nothing: it ended before the app could see who called what.'}
          </Fact>
        )}
        {control ? (
          <Fact term="Control group">
            <Badge variant={control.succeeded ? 'destructive' : 'neutral'}>
              {control.succeeded ? 'Breached' : control.runs ? 'Not breached' : 'Not running'}
            </Badge>{' '}
            {control.said}
          </Fact>
        ) : null}
        {excerpt ? (
          <Fact term="As it came">
            <pre className="max-h-48 overflow-y-auto text-xs whitespace-pre-wrap wrap-anywhere">
              <code className="font-mono">{excerpt}</code>
            </pre>
          </Fact>
        ) : null}
      </dl>
    </section>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted-foreground">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
