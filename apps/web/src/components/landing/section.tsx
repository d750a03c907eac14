import type { ReactNode } from 'react'

interface SectionProps {
  id: string
  title: string
  lead: ReactNode
  children: ReactNode
}

export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="mt-20 md:mt-28">
      <h2 id={id} className="max-w-2xl text-2xl font-semibold tracking-tight md:text-3xl">
        {title}
      </h2>
      <p className="mt-3 max-w-2xl text-base text-muted-foreground">{lead}</p>
      <div className="mt-8">{children}</div>
    </section>
  )
}
