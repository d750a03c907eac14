import type { ReactNode } from 'react'

import { Link } from '@/components/link'

interface Props {
  href: string
  title: string
  text: string
  /** The visitor's progress. */
  children?: ReactNode
}

/** A link to a part of the lab. */
export function CardLink({ href, title, text, children }: Props) {
  return (
    <Link
      href={href}
      className="block h-full rounded-lg border bg-card px-4 py-3.5 transition-colors hover:bg-accent"
    >
      <span className="font-medium">{title}</span>
      <span className="mt-1 block text-muted-foreground">{text}</span>
      {children}
    </Link>
  )
}
