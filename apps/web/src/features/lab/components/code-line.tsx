'use client'

import { isRecord } from '@kit/action-middleware/errors/action-reply'
import { Code } from '@/components/code'
import { useForm } from '@/components/form/form-context'
import { cn } from '@/lib/cn'

/** A line of code with its number. One with code can be chosen, and the chosen one is marked. */
export function CodeLine({ line, code }: { line: number; code: string }) {
  const { pending, state } = useForm()
  const number = (
    <span aria-hidden className="w-9 shrink-0 pr-3 text-right text-muted-foreground tabular-nums select-none">
      {line}
    </span>
  )
  if (code.trim() === '') return <div className="flex h-4 items-center px-2 font-mono text-xs">{number}</div>
  const chosen = isRecord(state.data) && state.data.line === String(line) ? state.data : null
  return (
    <button
      type="submit"
      name="line"
      value={line}
      aria-disabled={pending}
      aria-label={`Line ${line}: ${code.trim()}`}
      aria-current={chosen ? true : undefined}
      className={cn(
        'flex min-h-11 w-full items-center px-2 text-left font-mono text-[0.8125rem] hover:bg-accent focus-visible:-outline-offset-2 md:min-h-7',
        chosen && (chosen.right === true ? 'bg-success/12' : 'bg-destructive/8'),
      )}
    >
      {number}
      <span className="min-w-0 pr-2 whitespace-pre-wrap wrap-anywhere">
        <Code>{code}</Code>
      </span>
    </button>
  )
}
