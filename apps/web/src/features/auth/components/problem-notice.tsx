import { Alert } from '@/components/ui/alert'

import { problemSentence } from '../provider-problems'

/** Says why signing in, linking an account or confirming at a provider failed. */
export function ProblemNotice({ name }: { name: string | undefined }) {
  const sentence = problemSentence(name)
  if (!sentence) return null
  return (
    <output className="mb-8 block">
      <Alert variant="warning">{sentence}</Alert>
    </output>
  )
}
