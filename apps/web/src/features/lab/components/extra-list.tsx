import { Badge } from '@/components/ui/badge'

import type { Extra } from '../lessons/extra/extra'
import type { Count } from '../progress/count'
import { partLabels } from '../progress/steps'
import { CardLink } from './card-link'
import { Explained } from './explained'

interface Props {
  extras: readonly Extra[]
  answers: Count
  solved: readonly string[]
}

/** What comes after the lessons: endpoints without one, and the questions. */
export function ExtraList({ extras, answers, solved }: Props) {
  return (
    <section aria-labelledby="alone" className="space-y-3">
      <h2 id="alone" className="font-semibold">
        On your own
      </h2>
      <p className="text-muted-foreground">
        <Explained text="Endpoints without a lesson, and questions about all lessons." />
      </p>
      <ol className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {extras.map(({ slug, title, summary }) => (
          <li key={slug}>
            <CardLink href={`/lab/challenges/${slug}`} title={title} text={summary}>
              {solved.includes(`${slug}.attack`) ? (
                <Badge variant="success" className="mt-2">
                  {partLabels.attack}
                </Badge>
              ) : null}
            </CardLink>
          </li>
        ))}
        <li>
          <CardLink
            href="/lab/questions"
            title="Ten questions"
            text={`What the lessons taught you. You have answered ${answers.solved} of ${answers.total}.`}
          />
        </li>
      </ol>
    </section>
  )
}
