'use client'

import { useState, type FormEvent } from 'react'
import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { TextareaField } from '@/components/form/textarea-field'
import type { Constraints } from '@/lib/input/constraint'

import { sendChallengeAction } from '../actions'
import type { Takes } from '../challenge/targets'
import { ChallengeAnswer } from './challenge-answer'
import { FireSubmit } from './fire-button'
import { WirePreview, type Typed } from './wire-preview'

interface Option {
  value: string
  label: string
}

export interface FormTarget extends Option {
  takes: Takes
  path: string
}

interface Props {
  slug: string
  callers: readonly Option[]
  targets: readonly [FormTarget, ...FormTarget[]]
  start: string
  headers: string
  fixedHeaders: Readonly<Record<string, string>>
  constraints: Constraints
}

/** The request of a challenge, which the visitor edits and sends. */
export function ChallengeForm({ slug, callers, targets, start, headers, fixedHeaders, constraints }: Props) {
  const router = useRouter()
  const [first] = targets
  const [typed, setTyped] = useState<Typed>({ target: first, args: start, headers })

  function follow({ target: control }: FormEvent<HTMLElement>) {
    const form = control instanceof Element ? control.closest('form') : null
    if (!form) return
    const fields = new FormData(form)
    const text = (name: string) => String(fields.get(name))
    setTyped({
      target: targets.find(({ value }) => value === text('target')) ?? first,
      args: text('args'),
      headers: text('headers'),
    })
  }

  return (
    <ActionForm
      action={sendChallengeAction}
      constraints={constraints}
      // The page shows what is solved.
      onSuccess={({ state }) => (state === 'solved' ? router.refresh() : undefined)}
      renderAnswer={(result) => <ChallengeAnswer result={result} />}
    >
      <input type="hidden" name="challenge" value={slug} />
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2" onInput={follow}>
        <div className="min-w-0 space-y-4">
          <SelectField name="caller" label="Who you are" required>
            {callers.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
          <SelectField name="target" label="What you call" required>
            {targets.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
          <TextareaField
            name="args"
            label="Arguments as JSON"
            defaultValue={start}
            rows={6}
            required
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
          />
          <TextareaField
            name="headers"
            label="More headers"
            hint="One per line."
            defaultValue={headers}
            rows={2}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
          />
          <FireSubmit variant="default" label="Send" />
        </div>
        <WirePreview typed={typed} fixedHeaders={fixedHeaders} />
      </div>
    </ActionForm>
  )
}
