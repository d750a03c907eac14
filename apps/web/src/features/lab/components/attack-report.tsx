import type { ReactNode } from 'react'

import { Badge } from '@/components/ui/badge'

import type { ControlResult } from '../control/control-group'
import type { Layer } from '../firing/layer'

export interface Shown {
  status: number
  answer: string
  blocked: boolean
  layer: Layer | null
  event?: { kind: string; count: number } | null
  excerpt: string | null
  sent: number
  control?: ControlResult | null
}

/** The result of an attack: response, the layer that stopped it, and the log entry. */
export function AttackReport({ report }: { report: Shown }) {
  const { status, answer, blocked, layer, event, excerpt, sent, control } = report
  return (
    <section aria-label="Result" className="rounded-lg border bg-card">
      <h3 className="flex flex-wrap items-center gap-2 border-b px-4 py-3 font-semibold">
        <Badge variant={blocked ? 'success' : 'destructive'}>{blocked ? 'Blocked' : 'Not blocked'}</Badge>
        {blocked ? 'The request was refused' : 'This request should have been refused'}
      </h3>
      <dl className="grid gap-x-6 gap-y-3 px-4 py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
        <Fact term="Response">
          {status === 0 ? 'No response' : `Status ${status}`}
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
          <Fact term="Logged as">
            {event
              ? `${event.kind}, ${event.count} this minute`
              : 'Not logged: the request was stopped before it reached the app.'}
          </Fact>
        )}
        {control ? (
          <Fact term="Control group">
            <Badge variant={control.succeeded ? 'destructive' : 'neutral'}>
              {control.succeeded ? 'Vulnerable' : control.runs ? 'Blocked' : 'Not running'}
            </Badge>{' '}
            {control.text}
          </Fact>
        ) : null}
        {excerpt ? (
          <Fact term="Response body">
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
