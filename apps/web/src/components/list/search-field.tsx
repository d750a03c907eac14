import { LoaderCircle, Search } from 'lucide-react'

import { Input } from '@/components/ui/input'
import { cn } from '@/lib/cn'

interface SearchFieldProps {
  label: string
  defaultValue: string | undefined
  className?: string
}

/** The search field of a `FilterForm`, with a spinner while the list loads. */
export function SearchField({ label, defaultValue, className }: SearchFieldProps) {
  return (
    <div className={cn('relative', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground in-data-pending:hidden"
      />
      <LoaderCircle
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 -mt-2 hidden size-4 animate-spin text-muted-foreground in-data-pending:block"
      />
      <Input
        type="search"
        name="search"
        aria-label={label}
        placeholder={label}
        defaultValue={defaultValue}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        className="pl-9"
      />
    </div>
  )
}
