import type { ComponentProps } from 'react'

import { formatDateTime } from '@/lib/dates/format-date'
import { readDateSettings } from '@/lib/dates/read-date-settings'

interface Props extends Omit<ComponentProps<'time'>, 'dateTime' | 'children'> {
  /** An ISO timestamp. */
  at: string
}

/** Date and time of a timestamp in the user's time zone. */
export async function LocalDateTime({ at, ...props }: Props) {
  return (
    <time dateTime={at} {...props}>
      {formatDateTime(new Date(at), await readDateSettings())}
    </time>
  )
}
