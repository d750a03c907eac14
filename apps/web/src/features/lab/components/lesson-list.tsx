import Link from 'next/link'

import { Badge } from '@/components/ui/badge'

import type { Lesson } from '../lessons/lesson'
import { lessonParts, partLabels } from '../progress/steps'

const kinds: Record<Lesson['kind'], { title: string; text: string }> = {
  vulnerability: {
    title: 'Five vulnerabilities',
    text: 'Input validation, authentication, authorization, rate limiting and closures, in the order to fix them.',
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
          <p className="text-muted-foreground">{text}</p>
          <ol className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {lessons
              .filter((lesson) => lesson.kind === kind)
              .map(({ slug, title: name, summary }) => (
                <li key={slug}>
                  <Link
                    href={`/lab/${slug}`}
                    prefetch={false}
                    className="block h-full rounded-lg border bg-card px-4 py-3.5 transition-colors hover:bg-accent"
                  >
                    <span className="font-medium">{name}</span>
                    <span className="mt-1 block text-muted-foreground">{summary}</span>
                    <SolvedParts slug={slug} solved={solved} />
                  </Link>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function SolvedParts({ slug, solved }: { slug: string; solved: readonly string[] }) {
  const parts = lessonParts.filter((part) => solved.includes(`${slug}.${part}`))
  if (parts.length === 0) return null
  return (
    <span className="mt-2 flex flex-wrap gap-1">
      {parts.map((part) => (
        <Badge key={part} variant="success">
          {partLabels[part]}
        </Badge>
      ))}
    </span>
  )
}
