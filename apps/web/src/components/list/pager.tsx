import { Icon } from '@/components/icon/icon'
import { ButtonLink } from '@/components/ui/button-link'

interface PagerProps {
  label: string
  /** Undefined where there is no such page. */
  previous: { href: string; label: string } | undefined
  next: { href: string; label: string } | undefined
}

/** Links to the pages of a keyset-paginated list. */
export function Pager({ label, previous, next }: PagerProps) {
  if (!previous && !next) return null
  return (
    <nav aria-label={label} className="pager">
      {previous ? (
        <ButtonLink href={previous.href} variant="outline" size="sm">
          <Icon name="chevron-left" />
          {previous.label}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink href={next.href} variant="outline" size="sm" className="ml-auto">
          {next.label}
          <Icon name="chevron-right" />
        </ButtonLink>
      ) : null}
    </nav>
  )
}
