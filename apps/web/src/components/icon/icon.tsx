import { cn } from '@/lib/cn'

import type { IconName } from './catalog'
import sprite from './sprite.svg'

/** Decoration beside text, so hidden from screen readers. The drawing is in one cached file, not in every page. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden className={cn('icon', className)}>
      <use href={`${sprite.src}#${name}`} />
    </svg>
  )
}
