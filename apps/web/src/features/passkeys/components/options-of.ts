import { type FormState, NotSent } from '@/components/form/form-state'
import { refusalSentence } from '@/lib/refusal/refusal-sentence'

/** Returns the options in an answer. */
export function optionsOf<Options>({ data, serverError }: FormState<{ options: Options }>): Options {
  if (data !== undefined) return data.options
  throw new NotSent(serverError ? refusalSentence(serverError) : "The server didn't respond. Try again.")
}
