import type { ReactNode } from 'react'

interface PageSectionProps {
  title: string
  description: ReactNode
  children: ReactNode
}

/** A section of a settings page: text on the left, form on the right. */
export function PageSection({ title, description, children }: PageSectionProps) {
  return (
    <section className="mt-8 grid gap-x-10 gap-y-4 border-t pt-6 sm:grid-cols-[12rem_minmax(0,1fr)] xl:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <div>
        <h2 className="font-semibold">{title}</h2>
        <p className="mt-1 text-muted-foreground">{description}</p>
      </div>
      <div className="max-w-sm xl:max-w-2xl">{children}</div>
    </section>
  )
}
