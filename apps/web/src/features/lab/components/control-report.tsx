'use client'

import { useEffect, useState } from 'react'

import { Icon } from '@/components/icon/icon'
import { Badge } from '@/components/ui/badge'

import { attackControlAction } from '../actions'
import type { ControlResult } from '../control/control-group'
import { RowChanges } from './row-changes'

/** Milliseconds between polls while the control group starts. */
const PAUSE = 2000

const labels = {
  off: ['neutral', 'not running'],
  starting: ['info', 'starting'],
  breached: ['destructive', 'breached'],
  held: ['neutral', 'held'],
} as const

/** What the attack did to the unguarded app. While that app starts, shows the current step and polls. */
export function ControlReport({ mistake, result }: { mistake: string; result: ControlResult }) {
  const [latest, setLatest] = useState(result)
  const { state, text, changes, steps } = latest
  // Each answer is a new object, so this effect runs again and schedules the next poll.
  const starting = state === 'starting' ? latest : undefined

  useEffect(() => {
    if (!starting) return
    const timer = setTimeout(() => void ask(mistake).then(setLatest), PAUSE)
    return () => clearTimeout(timer)
  }, [starting, mistake])

  const [variant, label] = labels[state]
  return (
    <section aria-label="Unguarded" className="min-w-0 rounded-lg border bg-card">
      <h3 className="flex flex-wrap items-center gap-2 border-b px-4 py-3 font-semibold">
        Unguarded: <Badge variant={variant}>{label}</Badge>
        {starting ? <Icon name="loader-circle" className="animate-spin" /> : null}
      </h3>
      <div className="space-y-3 px-4 py-3">
        <p className="wrap-anywhere">
          {starting ? `Starting the unguarded app, only this once. ${text}` : text}
        </p>
        {steps.map(({ title, code }) => (
          <div key={title}>
            <h4 className="text-xs text-muted-foreground">{title}</h4>
            <pre className="max-h-48 overflow-y-auto text-xs whitespace-pre-wrap wrap-anywhere">
              <code className="font-mono">{code}</code>
            </pre>
          </div>
        ))}
        {changes.length > 0 ? <RowChanges changes={changes} /> : null}
      </div>
    </section>
  )
}

const FAILED = 'The unguarded app didn’t respond. Run the attack again.'

async function ask(mistake: string): Promise<ControlResult> {
  try {
    const { data, serverError } = await attackControlAction({ mistake })
    return data ?? { state: 'off', text: serverError?.message ?? FAILED, changes: [], steps: [] }
  } catch {
    return { state: 'off', text: FAILED, changes: [], steps: [] }
  }
}
