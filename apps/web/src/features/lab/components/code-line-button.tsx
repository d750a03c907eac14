'use client'

import { useForm } from '@/components/form/form-context'
import { Code } from '@/components/code'

/** A line of code that can be chosen. */
export function CodeLineButton({ line, code }: { line: number; code: string }) {
  const { pending } = useForm()
  return (
    <button
      type="submit"
      name="line"
      value={line}
      aria-disabled={pending}
      aria-label={`Line ${line}: ${code.trim()}`}
      className="flex min-h-11 w-full items-center px-4 text-left font-mono text-[0.8125rem] whitespace-pre hover:bg-accent focus-visible:-outline-offset-2 md:min-h-7"
    >
      <span>
        <Code>{code}</Code>
      </span>
    </button>
  )
}
