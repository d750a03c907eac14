import { cn } from '@/lib/cn'

import type { IconName } from './catalog'
import sprite from './sprite.svg'

// Its name has a hash of what is in it. The ID of the deployment, which Next adds, would be in every icon.
const file = sprite.src.replace(/\?.*$/, '')

/** Decoration beside text, so hidden from screen readers. The drawing is in one cached file, not in every page. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden className={cn('icon', className)}>
      <use href={`${file}#${name}`} />
    </svg>
  )
}
