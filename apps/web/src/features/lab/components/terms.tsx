import { terms } from '../terms/terms'

/** The terms that the lab uses. Closed, because each is explained where it's used. */
export function Terms() {
  return (
    <details className="border-t pt-2">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">Terms</summary>
      <dl className="grid gap-x-6 gap-y-3 pt-3 sm:grid-cols-[9rem_minmax(0,44rem)]">
        {terms.map(({ name, id, text }) => (
          <div key={id} className="contents">
            <dt id={id} className="scroll-mt-4 font-medium">
              {name}
            </dt>
            <dd className="text-muted-foreground">{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
