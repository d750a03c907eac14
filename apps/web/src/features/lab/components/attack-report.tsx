import type { ReactNode } from 'react'

import { Code } from '@/components/code'
import { Scroller } from '@/components/scroller'
import { Badge } from '@/components/ui/badge'

import { AnswerList } from './answer-list'
import { Term } from './term'
import type { Line } from '../catalogue/inventory'
import type { Layer } from '../firing/layer'

export interface Shown {
  status: number
  answer: string
  blocked: boolean
  layer: Layer | null
  /** The line of the action's definition that refused the call. */
  line: Line | null
  event?: { kind: string; count: number } | null
  excerpt: string | null
  /** The result of each request, in order. */
  answers: readonly string[]
}

/** The result of an attack: response, what stopped it, and the log entry. */
export function AttackReport({ report }: { report: Shown }) {
  const { status, answer, blocked, layer, line, event, excerpt, answers } = report
  return (
    <section aria-label="Result" className="min-w-0 rounded-lg border bg-card">
      <h3 className="flex flex-wrap items-center gap-2 border-b px-4 py-3 font-semibold">
        Gatehouse:{' '}
        <Badge variant={blocked ? 'success' : 'destructive'}>{blocked ? 'held' : 'breached'}</Badge>
      </h3>
      <dl className="space-y-3 px-4 py-3">
        <Fact term="Stopped by">
          {layer ? (
            <>
              {layer.name}{' '}
              <code className="block text-xs wrap-anywhere text-muted-foreground">
                {line ? `${line.file}:${line.line}` : layer.file}
              </code>
              {line ? (
                <Scroller label="The line that refused it">
                  <pre className="mt-1 rounded-md bg-success/10 px-3 py-1.5 text-xs">
                    <code className="font-mono">
                      <Code>{line.code.trim()}</Code>
                    </code>
                  </pre>
                </Scroller>
              ) : null}
            </>
          ) : (
            'Nothing. This request should have been refused.'
          )}
        </Fact>
        <Fact term="Response">
          {status === 0 ? 'No response' : `Status ${status}`}
          {answers.length > 1 ? `, the last of ${answers.length}` : null}. {answer}
          {status === 200 && blocked ? (
            <>
              {' '}
              <Term id="status-200">Why status 200?</Term>
            </>
          ) : null}
        </Fact>
        {answers.length > 1 ? (
          <Fact term="Each request">
            <AnswerList answers={answers} />
          </Fact>
        ) : null}
        {event === undefined ? null : (
          <Fact term="Logged as">
            {event
              ? `${event.kind}, ${event.count} this minute`
              : 'Not logged: the request was stopped before it reached the app.'}
          </Fact>
        )}
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
    <div>
      <dt className="text-xs text-muted-foreground">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}
