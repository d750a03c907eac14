'use client'

import { useState, type FormEvent, type ReactNode } from 'react'

import { useTyped } from '@/components/form/form-context'
import { SelectField } from '@/components/form/select-field'
import { TextareaField } from '@/components/form/textarea-field'

import type { Takes } from '../challenge/targets'
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

export interface ChallengeFieldsProps {
  callers: readonly Option[]
  targets: readonly [FormTarget, ...FormTarget[]]
  start: string
  headers: string
  fixedHeaders: Readonly<Record<string, string>>
  /** Names with their explanations. */
  terms: { actionId: ReactNode; flight: ReactNode }
}

const argumentHints: Readonly<Record<Takes, string>> = {
  fields:
    'The fields of a form: an object with a text for each. A list of texts sends one request for each of them.',
  list: 'A list with a value for each argument.',
  'page-form': 'The fields of the page’s form: an object with a text for each.',
  nothing: 'This request has none.',
}

/** The fields of a challenge's request, next to the bytes that they send. */
export function ChallengeFields({
  callers,
  targets,
  start,
  headers,
  fixedHeaders,
  terms,
}: ChallengeFieldsProps) {
  const sent = useTyped()
  const [typed, setTyped] = useState(() => typedIn(new Map(Object.entries(sent ?? {}))))

  function typedIn(fields: { get(name: string): unknown }): Typed {
    const [first] = targets
    return {
      target: targets.find(({ value }) => value === fields.get('target')) ?? first,
      args: String(fields.get('args') ?? start),
      headers: String(fields.get('headers') ?? headers),
    }
  }

  function follow({ target: control }: FormEvent<HTMLElement>) {
    const form = control instanceof Element ? control.closest('form') : null
    if (form) setTyped(typedIn(new FormData(form)))
  }

  return (
    <>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2" onInput={follow}>
        <div className="min-w-0 space-y-4">
          <SelectField name="caller" label="Who you are" required>
            {callers.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="target"
            label="What you call"
            hint={<>The request names an action by its {terms.actionId}.</>}
            required
          >
            {targets.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
          <TextareaField
            name="args"
            label="Arguments as JSON"
            hint={argumentHints[typed.target.takes]}
            className="[&_textarea]:font-mono [&_textarea]:text-xs"
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
            hint="One per line. Cookie, Origin, and Host are set for you."
            className="[&_textarea]:font-mono [&_textarea]:text-xs"
            defaultValue={headers}
            rows={2}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
          />
        </div>
        <WirePreview typed={typed} fixedHeaders={fixedHeaders} flight={terms.flight} />
      </div>
      <FireSubmit variant="default" label="Send" />
    </>
  )
}
