'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { type ChangeEvent, type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react'

import { listUrl } from '@/lib/url/list-url'

import { showFilters } from './show-filters'

const TYPING_PAUSE_MS = 300

interface FilterFormProps {
  /** The path of the list. */
  action: string
  label: string
  className?: string
  children: ReactNode
}

/** Filters as a GET form. With JavaScript, choices apply at once and typing applies after a pause. */
export function FilterForm({ action, label, className, children }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const router = useRouter()
  const current = useSearchParams().toString()
  const [pending, startTransition] = useTransition()

  // The URL also changes through links and the back button.
  useEffect(() => {
    if (form.current && !pending && pause.current === undefined) {
      showFilters(form.current, new URLSearchParams(current))
    }
  }, [current, pending])

  useEffect(() => () => clearTimeout(pause.current), [])

  function apply(step: 'push' | 'replace') {
    clearTimeout(pause.current)
    pause.current = undefined
    // A field says what is wrong with it.
    if (!form.current?.checkValidity()) return
    const fields = new FormData(form.current)
    const filters = Object.fromEntries(
      [...new Set(fields.keys())].map((name) => [
        name,
        fields.getAll(name).filter((value) => typeof value === 'string'),
      ]),
    )
    startTransition(() => router[step](listUrl(action, filters), { scroll: false }))
  }

  function change({ target }: ChangeEvent<HTMLFormElement>) {
    if (!(target instanceof HTMLInputElement) || target.type !== 'search') return apply('push')
    clearTimeout(pause.current)
    // Going back leaves the search instead of undoing its last letter.
    pause.current = setTimeout(() => apply('replace'), TYPING_PAUSE_MS)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    apply('push')
  }

  return (
    <search>
      <form
        ref={form}
        method="get"
        action={action}
        aria-label={label}
        data-pending={pending || undefined}
        onChange={change}
        onSubmit={submit}
        className={className}
      >
        {children}
        <noscript>
          <button type="submit" className="button button-outline button-md">
            Apply
          </button>
        </noscript>
      </form>
    </search>
  )
}
