'use client'

import { useId, useRef } from 'react'

import { Conflict } from '@/components/form/conflict'
import { useField } from '@/components/form/form-context'
import { Checkbox } from '@/components/ui/checkbox'

import type { PermissionChoice } from '../loaders'

interface PermissionFieldsProps {
  /** Permissions this user can grant. The server checks this too. */
  choices: PermissionChoice[]
  chosen?: readonly string[]
}

const none: readonly string[] = []

/** Checkboxes for a role's permissions, grouped by resource. */
export function PermissionFields({ choices, chosen = none }: PermissionFieldsProps) {
  const id = useId()
  const boxes = useRef<HTMLDivElement>(null)
  const { errors, decisions, generation } = useField('permissions')
  const { echoed } = useField('permissions[]')
  const ticked = echoed?.split(',') ?? chosen
  const [message] = errors
  const headings = [...new Set(choices.map(({ heading }) => heading))]
  const narrowed = headings.filter((heading) =>
    choices.some((choice) => choice.own && choice.heading === heading),
  )

  function tickTheirs() {
    for (const box of boxes.current?.querySelectorAll('input') ?? []) box.checked = chosen.includes(box.value)
  }

  return (
    <fieldset aria-describedby={message ? `${id}-error` : undefined}>
      <legend className="text-sm font-medium">Permissions</legend>
      {narrowed.length > 0 ? (
        <p className="mt-1 text-xs text-muted-foreground">
          Members with this role can change and delete only {narrowed.join(' and ').toLowerCase()} they
          created or are assigned to.
        </p>
      ) : null}
      <div key={generation} ref={boxes} className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {headings.map((heading) => (
          <fieldset key={heading}>
            <legend className="text-xs font-medium text-muted-foreground">{heading}</legend>
            <div className="mt-0.5">
              {choices
                .filter((choice) => choice.heading === heading)
                .map(({ name, label }) => (
                  <label
                    key={name}
                    className="-mx-2 flex min-h-11 items-center gap-2.5 rounded-md px-2 hover:bg-accent md:min-h-8 md:pointer-coarse:min-h-11"
                  >
                    <Checkbox name="permissions[]" value={name} defaultChecked={ticked.includes(name)} />
                    <span className="inline-block first-letter:uppercase">{label}</span>
                  </label>
                ))}
            </div>
          </fieldset>
        ))}
      </div>
      {message ? (
        <p id={`${id}-error`} className="mt-2 text-xs font-medium text-destructive">
          {message}
        </p>
      ) : null}
      {decisions ? (
        <Conflict label="Permissions" decisions={decisions} onTheirs={tickTheirs}>
          <ul className="list-inside list-disc">
            {choices
              .filter(({ name }) => chosen.includes(name))
              .map(({ name, label, heading }) => (
                <li key={name}>
                  {heading}: {label}
                </li>
              ))}
          </ul>
        </Conflict>
      ) : null}
    </fieldset>
  )
}
