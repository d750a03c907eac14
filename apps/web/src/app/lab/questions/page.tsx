import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { Badge } from '@/components/ui/badge'
import { Explained } from '@/features/lab/components/explained'
import { PathLinks } from '@/features/lab/components/path-links'
import { QuestionForm } from '@/features/lab/components/question-form'
import { loadQuestions, loadSolved } from '@/features/lab/loaders'

export const metadata: Metadata = { title: 'Ten questions' }

export default async function QuestionsPage() {
  const questions = loadQuestions(await loadSolved())
  const count = questions.filter(({ found }) => found).length
  return (
    <div className="max-w-3xl space-y-8">
      <PageHeader title="Ten questions" description={`Right answers: ${count} of ${questions.length}.`} />
      <ol className="space-y-8">
        {questions.map(({ id, text, answers, found }, index) => (
          <li key={id}>
            <section aria-labelledby={id} className="space-y-3">
              <h2 id={id} className="flex flex-wrap items-baseline gap-2 font-semibold">
                <span>
                  {index + 1}. <Explained text={text} />
                </span>
                {found ? <Badge variant="success">Right</Badge> : null}
              </h2>
              <QuestionForm id={id} answers={answers} found={found} />
            </section>
          </li>
        ))}
      </ol>
      <PathLinks href="/lab/questions" />
    </div>
  )
}
