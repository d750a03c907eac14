'use client'

import { useForm } from '@/components/form/form-context'
import { Button } from '@/components/ui/button'

import type { Chain } from '../fixes/fixes'
import { CodeBlock } from './code-block'

/** A chain, and the button that attacks it. */
export function ChainChoice({ noun, chain, code }: { noun: string; chain: Chain; code: string }) {
  const { pending } = useForm()
  return (
    <div className="flex h-full flex-col gap-2">
      <CodeBlock label={`${noun} ${chain}`} code={code} wraps />
      <Button
        type="submit"
        name="chain"
        value={chain}
        variant="outline"
        aria-disabled={pending}
        className="self-start"
      >
        {pending ? 'Attacking…' : `Choose ${chain}`}
      </Button>
    </div>
  )
}
