'use client'

import { useId } from 'react'

import { ownRowsWords, resourceWords } from '@kit/auth/permissions/permission-words'
import { useField } from '@/components/form/form-context'
import { Checkbox } from '@/components/ui/checkbox'

import type { PermissionChoice } from '../loaders'

interface PermissionFieldsProps {
  /** Those that this person may give; the server refuses any other. */
  choices: PermissionChoice[]
  chosen?: readonly string[]
}

/** What a role allows, to be ticked, under the heading of what it is about. */
export function PermissionFields({ choices, chosen }: PermissionFieldsProps) {
  const id = useId()
  const { errors } = useField('permissions')
  const { echoed } = useField('permissions[]')
  const ticked = echoed?.split(',') ?? chosen ?? []
  const [message] = errors
  return (
    <fieldset aria-describedby={message ? `${id}-error` : undefined}>
      <legend className="text-sm font-medium">What it allows</legend>
      {ownRowsWords ? (
        <p className="mt-1 text-xs text-muted-foreground">
          Members with this role change and delete only the {ownRowsWords} that they created or are assigned.
        </p>
      ) : null}
      <div className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {Object.entries(resourceWords).map(([resource, heading]) => {
          const own = choices.filter((choice) => choice.resource === resource)
          return own.length > 0 ? (
            <fieldset key={resource}>
              <legend className="text-xs font-medium text-muted-foreground">{heading}</legend>
              <div className="mt-0.5">
                {own.map(({ name, words }) => (
                  <label
                    key={name}
                    className="-mx-2 flex min-h-11 items-center gap-2.5 rounded-md px-2 hover:bg-accent md:min-h-8 md:pointer-coarse:min-h-11"
                  >
                    <Checkbox name="permissions[]" value={name} defaultChecked={ticked.includes(name)} />
                    <span className="inline-block first-letter:uppercase">{words}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          ) : null
        })}
      </div>
      {message ? (
        <p id={`${id}-error`} className="mt-2 text-xs font-medium text-destructive">
          {message}
        </p>
      ) : null}
    </fieldset>
  )
}
