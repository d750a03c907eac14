import { useId, type ReactNode } from 'react'

import { terms, type TermId } from '../terms/terms'

/** A term in a text. A click explains it, with the browser's popover, which needs no JavaScript. */
export function Term({ id, children }: { id: TermId; children: ReactNode }) {
  const popover = useId()
  const explained = terms.find((term) => term.id === id)
  return (
    <>
      <button
        type="button"
        popoverTarget={popover}
        className="inline cursor-help rounded-xs text-left text-inherit underline decoration-dotted decoration-1 underline-offset-4 hover:decoration-solid"
      >
        {children}
      </button>
      <span
        id={popover}
        popover="auto"
        className="anchored-bottom-start w-80 max-w-[calc(100vw-2rem)] rounded-lg border bg-popover px-4 py-3 text-left text-sm font-normal tracking-normal text-popover-foreground shadow-lg"
      >
        <span className="block font-medium">{explained?.name}</span>
        {explained?.text}
      </span>
    </>
  )
}
