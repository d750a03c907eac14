'use client'

import { useEffect, useRef, useState, type FormEvent } from 'react'

import { useTyped } from '@/components/form/form-context'
import { SelectField } from '@/components/form/select-field'
import { TextareaField } from '@/components/form/textarea-field'
import { cn } from '@/lib/cn'

import { parseArguments } from '../challenge/parse-arguments'
import type { Takes } from '../challenge/targets'
import { FireSubmit } from './fire-button'
import { WirePreview, type Typed, type WireTerms } from './wire-preview'

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
  terms: WireTerms
}

const argumentHints: Readonly<Record<Takes, string | undefined>> = {
  fields: undefined,
  list: 'A list with a value for each argument.',
  'page-form': 'The fields of the page’s form.',
  nothing: undefined,
}

const monospaced = '[&_textarea]:font-mono [&_textarea]:text-xs'

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
  // Decided once, so the details stay as the visitor leaves them.
  const [needsHeaders] = useState((sent?.headers ?? headers) !== '')
  const [typed, setTyped] = useState(() => typedIn(new Map(Object.entries(sent ?? {}))))

  const args = useRef<HTMLTextAreaElement>(null)

  // The browser refuses to send what can't be read, and shows the message at the field until it's edited.
  useEffect(() => {
    const read = parseArguments(typed.args, typed.target.takes)
    const control = args.current
    if (!control || !('fault' in read)) return
    control.setCustomValidity(read.fault)
    return () => control.setCustomValidity('')
  }, [typed])

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
      <div className="space-y-4" onInput={follow}>
        <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
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
          </div>
          <TextareaField
            ref={args}
            name="args"
            label="Arguments as JSON"
            hint={argumentHints[typed.target.takes]}
            // Still sent if hidden, so without JavaScript the next request has them.
            className={cn('min-w-0', monospaced, typed.target.takes === 'nothing' && 'hidden')}
            defaultValue={start}
            rows={6}
            required={typed.target.takes !== 'nothing'}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
          />
        </div>
        <details open={needsHeaders}>
          <summary className="min-h-11 cursor-pointer py-2.5 text-muted-foreground md:min-h-9 md:py-2">
            Raw request
          </summary>
          <div className="grid gap-x-8 gap-y-4 pb-2 lg:grid-cols-2">
            <TextareaField
              name="headers"
              label="More headers"
              hint="One per line. Cookie, Origin, and Host are set for you."
              className={cn('min-w-0', monospaced)}
              defaultValue={headers}
              rows={2}
              spellCheck={false}
              autoCapitalize="off"
              autoComplete="off"
            />
            <WirePreview typed={typed} fixedHeaders={fixedHeaders} terms={terms} />
          </div>
        </details>
      </div>
      <FireSubmit variant="default" label="Send" />
    </>
  )
}
