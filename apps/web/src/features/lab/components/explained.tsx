import { findTerms } from '../terms/find-terms'
import { Term } from './term'

/** A text that explains each term at its first use. */
export function Explained({ text }: { text: string }) {
  return findTerms(text).map((part) =>
    typeof part === 'string' ? (
      part
    ) : (
      <Term key={part.id} id={part.id}>
        {part.text}
      </Term>
    ),
  )
}
