import type { FormState } from '@/components/form/form-state'

import { conflictSentence } from './conflict-sentences'

export function refusalSentence({
  reason,
  details,
  message,
}: Pick<NonNullable<FormState['serverError']>, 'reason' | 'details' | 'message'>): string {
  return reason ? conflictSentence(reason, details) : message
}
