'use client'

import { useRef } from 'react'

import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'

import type { ShownReply } from '../challenge/group-replies'

interface Props {
  reply: ShownReply
  formTarget: string | undefined
}

/** A response, or several equal ones. The fields of a page's form can become the next request. */
export function ReplyGroup({ reply: { status, label, text, signsIn, isForm, sent }, formTarget }: Props) {
  const group = useRef<HTMLDivElement>(null)

  function use() {
    const fields = group.current?.closest('form')?.elements
    const [caller, target, args] = ['caller', 'target', 'args'].map((name) => fields?.namedItem(name))
    if (!(target instanceof HTMLSelectElement) || !(args instanceof HTMLTextAreaElement)) return
    target.value = formTarget ?? target.value
    args.value = text
    args.dispatchEvent(new Event('input', { bubbles: true }))
    // These fields work for any caller, and the attack needs another one.
    if (caller instanceof HTMLSelectElement) caller.focus()
  }

  return (
    <div ref={group} className="space-y-1">
      <h4 className="flex flex-wrap items-baseline gap-2 text-xs text-muted-foreground">
        {signsIn ? <Badge variant="destructive">Signed in</Badge> : null}
        {titleOf(sent.length)}: status {status}. {label}.
      </h4>
      {sent.length > 0 ? <p className="font-mono text-xs wrap-anywhere">{sent.join(', ')}</p> : null}
      {text === '' ? null : (
        <pre className="max-h-48 overflow-y-auto text-xs whitespace-pre-wrap wrap-anywhere">
          <code className="font-mono">{text}</code>
        </pre>
      )}
      {isForm && formTarget !== undefined ? (
        <>
          <Button variant="outline" size="sm" onClick={use}>
            Use these fields
          </Button>
          <noscript>
            <p>The next POST sends these fields.</p>
          </noscript>
        </>
      ) : null}
    </div>
  )
}

function titleOf(requests: number): string {
  if (requests === 0) return 'Response'
  return requests === 1 ? '1 request' : `${requests} requests`
}
