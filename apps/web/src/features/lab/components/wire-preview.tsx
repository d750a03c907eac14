import type { ReactNode } from 'react'

import { Scroller } from '@/components/scroller'

import { parseArguments } from '../challenge/parse-arguments'
import { parseHeaders } from '../challenge/parse-headers'
import { codesIn, wireOf, written } from '../challenge/wire'
import type { FormTarget } from './challenge-fields'

export interface Typed {
  target: FormTarget
  args: string
  headers: string
}

/** Names with their explanations. */
export interface WireTerms {
  actionId: ReactNode
  flight: ReactNode
}

interface Props {
  typed: Typed
  fixedHeaders: Readonly<Record<string, string>>
  terms: WireTerms
}

/** The bytes of the typed request, with React's codes explained. */
export function WirePreview({ typed: { target, args, headers }, fixedHeaders, terms }: Props) {
  const read = parseArguments(args, target.takes)
  const given = parseHeaders(headers)
  if ('fault' in read) return <Fault>{read.fault}</Fault>
  if ('fault' in given) return <Fault>{given.fault}</Fault>
  const [first = null] = read.calls
  const isCall = target.takes === 'fields' || target.takes === 'list'
  const id = isCall ? `<ID of ${target.label}>` : null
  const text = written(wireOf({ path: target.path, id, args: first }, { ...given.headers, ...fixedHeaders }))
  return (
    <div className="min-w-0 space-y-3">
      <h3 className="text-sm font-medium">
        What is sent{read.calls.length > 1 ? `, the first of ${read.calls.length} requests` : ''}
      </h3>
      <p className="text-xs text-muted-foreground">
        {isCall ? (
          <>
            It names the action by its {terms.actionId}. React writes the arguments in its own format,{' '}
            {terms.flight}.{' '}
          </>
        ) : null}
        The cookie of the user you chose is added.
      </p>
      <Scroller
        label="The request as it is sent"
        className="max-h-80 overflow-y-auto rounded-lg border bg-card"
      >
        <pre className="px-4 py-3 text-xs leading-5 whitespace-pre-wrap wrap-anywhere">
          <code className="font-mono">{text}</code>
        </pre>
      </Scroller>
      <dl className="space-y-1 text-xs text-muted-foreground">
        {codesIn(text).map(({ code, meaning }) => (
          <div key={code}>
            <dt className="inline font-mono text-foreground">{code}: </dt>
            <dd className="inline">{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Fault({ children }: { children: string }) {
  return <p className="self-start text-sm text-muted-foreground">{children}</p>
}
