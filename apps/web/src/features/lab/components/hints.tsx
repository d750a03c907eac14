import { Explained } from './explained'

/** Hints, each inside the one before, so nobody reads the last one first. */
export function Hints({ hints, number = 1 }: { hints: readonly string[]; number?: number }) {
  const [hint, ...rest] = hints
  if (hint === undefined) return null
  return (
    <details className="max-w-2xl space-y-2">
      <summary className="min-h-11 cursor-pointer py-2.5 font-medium text-primary md:min-h-9 md:py-2">
        {number === 1 ? 'Hint' : 'Another hint'}
      </summary>
      <p className="pb-2">
        <Explained text={hint} />
      </p>
      <Hints hints={rest} number={number + 1} />
    </details>
  )
}
