'use client'

import { useEffect, useRef } from 'react'

import { Icon } from '@/components/icon/icon'
import { Badge } from '@/components/ui/badge'

import type { FixResult } from '../fixes/try-fix'
import { Term } from './term'
import { useScrollTo } from './use-scroll-to'

/** Milliseconds until the next try while the control group starts. */
const PAUSE = 2000

export type ShownFix = FixResult & { holds: boolean }

interface Props {
  /** What a choice is called. */
  noun: string
  result: ShownFix
  /** Whether it's the answer to a choice on this page. */
  isNew: boolean
}

/** Which attacks the chosen chain stopped. Tries again while the control group starts. */
export function FixReport({ noun, result, isNew }: Props) {
  const { state, text, chain, works, attacks, why, holds } = result
  // Explained once.
  const surprising = attacks.findIndex(({ breached, status }) => !breached && status === 200)
  const section = useRef<HTMLElement>(null)
  useScrollTo(section, isNew ? result : null)

  // Each answer is a new object, so this effect runs again and schedules the next try.
  const starting = state === 'starting' ? result : undefined

  useEffect(() => {
    if (!starting) return
    const timer = setTimeout(() => {
      const form = section.current?.closest('form')
      form?.requestSubmit(form.querySelector<HTMLButtonElement>(`button[value="${starting.chain}"]`))
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [starting])

  return (
    <section ref={section} aria-label="The attacks on your fix" className="rounded-lg border bg-card">
      <h3 className="flex flex-wrap items-center gap-2 border-b px-4 py-3 font-semibold">
        {noun} {chain}:{' '}
        {state === 'tried' ? (
          <Badge variant={holds ? 'success' : 'destructive'}>
            {holds ? 'stops every attack' : works ? 'doesn’t stop every attack' : 'refuses a legitimate call'}
          </Badge>
        ) : null}
        {state === 'starting' ? <Icon name="loader-circle" className="animate-spin" /> : null}
      </h3>
      <div className="space-y-2 px-4 py-3">
        {state === 'off' ? <p>{text}</p> : null}
        {state === 'starting' ? <p>Starting the unguarded app, only this once. {text}</p> : null}
        {state === 'tried' && !works ? <p>Even a legitimate call was refused.</p> : null}
        <ul className="space-y-1.5">
          {attacks.map(({ label, breached, status }, index) => (
            <li key={label} className="flex flex-wrap items-baseline gap-x-2">
              <Badge variant={breached ? 'destructive' : 'success'}>
                {breached ? 'not stopped' : 'stopped'}
              </Badge>
              <span className="min-w-0 flex-1 basis-48 first-letter:uppercase">
                {label}
                {status === null ? null : (
                  <span className="text-muted-foreground">
                    {' '}
                    ({index === surprising ? <Term id="status-200">status 200</Term> : `status ${status}`})
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
        {why === '' ? null : <p>{why}</p>}
        {holds ? <p>A legitimate call still works.</p> : null}
      </div>
    </section>
  )
}
