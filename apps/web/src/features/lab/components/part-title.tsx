import { Badge } from '@/components/ui/badge'

/** The heading of a part of a lesson, and whether it's solved. */
export function PartTitle({ id, title, solved }: { id: string; title: string; solved: boolean }) {
  return (
    <h2 id={id} className="flex flex-wrap items-center gap-2 text-lg font-semibold">
      {title} {solved ? <Badge variant="success">Solved</Badge> : null}
    </h2>
  )
}
