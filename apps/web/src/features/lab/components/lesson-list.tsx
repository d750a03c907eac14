import { Badge } from '@/components/ui/badge'

import type { Lesson } from '../lessons/lesson'
import { isSolved, partLabels, parts } from '../progress/steps'
import { CardLink } from './card-link'
import { Explained } from './explained'

const kinds: Record<Lesson['kind'], { title: string; text: string }> = {
  vulnerability: {
    title: 'Five vulnerabilities, eight lessons',
    text: 'In the order to fix them. Authorization takes four of the lessons.',
  },
  pitfall: {
    title: 'Pitfalls',
    text: 'Easy to overlook in a review. Passing secrets through closures is one too: see the last lesson above.',
  },
  defense: { title: 'Built-in defenses', text: 'What stops requests from other sites and from bots.' },
}

/** Lessons by kind, with what is solved. */
export function LessonList({ lessons, solved }: { lessons: readonly Lesson[]; solved: readonly string[] }) {
  return (
    <div className="space-y-8">
      {Object.entries(kinds).map(([kind, { title, text }]) => (
        <section key={kind} aria-labelledby={kind} className="space-y-3">
          <h2 id={kind} className="font-semibold">
            {title}
          </h2>
          <p className="text-muted-foreground">
            <Explained text={text} />
          </p>
          <ol className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {lessons
              .filter((candidate) => candidate.kind === kind)
              .map((lesson) => (
                <li key={lesson.slug}>
                  <CardLink href={`/lab/${lesson.slug}`} title={lesson.title} text={lesson.summary}>
                    <SolvedParts slug={lesson.slug} solved={solved} />
                  </CardLink>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function SolvedParts({ slug, solved }: { slug: string; solved: readonly string[] }) {
  const done = parts.filter((part) => isSolved(solved, `${slug}.${part}`))
  if (done.length === 0) return null
  return (
    <span className="mt-2 flex flex-wrap gap-1">
      {done.map((part) => (
        <Badge key={part} variant="success">
          {partLabels[part]}
        </Badge>
      ))}
    </span>
  )
}
