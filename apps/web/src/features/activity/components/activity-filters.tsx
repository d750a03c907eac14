import { securityEventKinds } from '@kit/db/activity/security-event-values'
import { FilterForm } from '@/components/list/filter-form'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'

import type { ActivityQueryDto } from '../query'
import { subjects } from '../subjects'
import { kindLabels } from './activity-labels'

const selects = {
  refused: {
    name: 'kind',
    label: 'Reason',
    all: 'All reasons',
    options: securityEventKinds.map((kind) => [kind, kindLabels[kind]] as const),
  },
  done: {
    name: 'about',
    label: 'Type',
    all: 'All types',
    options: [...subjects].map(([table, { label }]) => [table, label] as const),
  },
} as const

interface ActivityFiltersProps {
  path: string
  query: ActivityQueryDto
  /** Whether to also offer the filters that concern the whole installation. */
  everywhere: boolean
}

/** Filters by type and date. Keeps the filters that were chosen in the list, except an hour, which new dates replace. */
export function ActivityFilters({ path, query, everywhere }: ActivityFiltersProps) {
  const { name, label, all, options } = selects[query.view]
  const offered = options.filter(([value]) => everywhere || !subjects.get(value)?.forAdmins)
  return (
    <FilterForm
      action={path}
      label="Filter activity"
      className="grid grid-cols-2 items-end gap-2 md:flex md:flex-wrap"
    >
      <input type="hidden" name="view" value={query.view === 'refused' ? 'refused' : ''} />
      <input type="hidden" name="actor" value={query.actor ?? ''} />
      <input type="hidden" name="action" value={query.action ?? ''} />
      <input type="hidden" name="impersonator" value={query.impersonator ?? ''} />
      <input type="hidden" name="network" value={query.network ?? ''} />
      <input type="hidden" name="in" value={query.in ?? ''} />
      <NativeSelect
        name={name}
        aria-label={label}
        defaultValue={query[name] ?? ''}
        className="col-span-2 md:w-52"
      >
        <option value="">{all}</option>
        {offered.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </NativeSelect>
      <DayField name="since" label="From" value={query.since} />
      <DayField name="until" label="To" value={query.until} />
    </FilterForm>
  )
}

function DayField({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label className="md:flex md:items-center md:gap-2">
      <span className="mb-1 block text-xs text-muted-foreground md:mb-0 md:pl-2 md:text-sm">{label}</span>
      <Input
        type="date"
        name={name}
        defaultValue={value}
        min="2000-01-01"
        max="2199-12-31"
        className="md:w-40"
      />
    </label>
  )
}
