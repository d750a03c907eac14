import { Icon } from '@/components/icon/icon'
import { Checkbox } from '@/components/ui/checkbox'
import { DropdownMenu } from '@/components/ui/dropdown-menu'

import type { ReactNode } from 'react'

import type { TaskOption } from './task-options'

interface FilterMenuProps {
  label: string
  name: string
  chosen: readonly string[] | undefined
  options: readonly (TaskOption & { icon: ReactNode })[]
}

/** A multi-select menu that shows how many are selected. */
export function FilterMenu({ label, name, chosen, options }: FilterMenuProps) {
  return (
    <div>
      <DropdownMenu
        triggerClassName="control control-md task-filter"
        trigger={
          <>
            {label}
            {chosen?.length ? (
              <span className="rounded-sm bg-primary px-1.5 text-xs leading-5 font-semibold text-primary-foreground tabular-nums">
                {chosen.length}
                <span className="sr-only"> selected</span>
              </span>
            ) : null}
            <Icon name="chevron-down" className="text-muted-foreground" />
          </>
        }
      >
        <fieldset>
          <legend className="sr-only">{label}</legend>
          {options.map((option) => (
            <label key={option.value} className="menu-choice">
              <Checkbox name={name} value={option.value} defaultChecked={chosen?.includes(option.value)} />
              {option.icon}
              {option.label}
            </label>
          ))}
        </fieldset>
      </DropdownMenu>
    </div>
  )
}
