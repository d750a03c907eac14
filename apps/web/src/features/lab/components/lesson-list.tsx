import Link from 'next/link'

import type { Lesson } from '../lessons/lessons'

const kinds: Record<Lesson['kind'], string> = {
  vulnerability: 'Vulnerabilities',
  pitfall: 'Pitfalls',
  defense: 'Built-in defenses',
}

/** Lessons by kind. */
export function LessonList({ lessons }: { lessons: readonly Lesson[] }) {
  return (
    <div className="space-y-8">
      {Object.entries(kinds).map(([kind, title]) => (
        <section key={kind} aria-labelledby={kind} className="space-y-3">
          <h2 id={kind} className="font-semibold">
            {title}
          </h2>
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
                  </Link>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
