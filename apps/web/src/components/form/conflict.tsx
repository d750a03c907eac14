'use client'

import type { ReactNode } from 'react'

import { DECISION_FIELD } from '@kit/action-middleware/input/version'
import { Button } from '@/components/ui/button'

import { useForm } from './form-context'

interface Props {
  label: string
  /** What each button sends, from `useField`. */
  decisions: { mine: string; theirs: string }
  /** Puts their value into the field. Without JavaScript, the server keeps theirs. */
  onTheirs: () => void
  /** Their value. */
  children: ReactNode
}

/** Shows what someone else saved in a field next to what was typed, and lets the user decide. Both buttons save. */
export function Conflict({ label, decisions, onTheirs, children }: Props) {
  const { pending } = useForm()
  return (
    <fieldset className="space-y-2 rounded-md border border-warning p-3">
      <legend className="px-1 text-xs font-medium">{label} saved by someone else</legend>
      {children}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="outline"
          size="sm"
          name={DECISION_FIELD}
          value={decisions.mine}
          disabled={pending}
        >
          Keep mine
        </Button>
        <Button
          type="submit"
          variant="outline"
          size="sm"
          name={DECISION_FIELD}
          value={decisions.theirs}
          disabled={pending}
          onClick={onTheirs}
        >
          Use theirs
        </Button>
      </div>
    </fieldset>
  )
}
