import { Icon } from '@/components/icon/icon'
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
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted-foreground in-data-pending:hidden"
      />
      <Icon
        name="loader-circle"
        className="pointer-events-none absolute top-1/2 left-3 -mt-2 hidden animate-spin text-muted-foreground in-data-pending:block"
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
