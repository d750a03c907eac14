import { Icon } from '@/components/icon/icon'
import type { ReactNode } from 'react'

/** Shown when the next step is in the user's inbox. */
export function SentNotice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <output className="block">
      <span aria-hidden className="grid size-10 place-items-center rounded-full bg-success/12 text-success">
        <Icon name="mail-check" className="size-5" />
      </span>
      <span className="mt-4 block text-base font-semibold">{title}</span>
      <span className="mt-1 block text-muted-foreground">{children}</span>
    </output>
  )
}
