import { cn } from '@/lib/cn'

import type { IconName } from './catalog'
import sprite from './sprite.svg'

// Without the deployment ID that Next appends, which every icon would repeat. The file name already has a hash of the content.
const file = sprite.src.replace(/\?.*$/, '')

/** Decoration next to text, so hidden from screen readers. The drawing is in one cached file, not in every page. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden className={cn('icon', className)}>
      <use href={`${file}#${name}`} />
    </svg>
  )
}
