import { type FormState, NotSent } from '@/components/form/form-state'
import { refusalSentence } from '@/lib/refusal/refusal-sentence'

/** Returns the options in an answer. */
export function optionsOf<Data>({ data, serverError }: FormState<Data>): Data {
  if (data !== undefined) return data
  throw new NotSent(serverError ? refusalSentence(serverError) : "The server didn't respond. Try again.")
}
