import { terms } from '../terms/terms'

/** The terms that the lab uses. */
export function Terms() {
  return (
    <section aria-labelledby="terms" className="space-y-3">
      <h2 id="terms" className="font-semibold">
        Terms
      </h2>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[9rem_minmax(0,44rem)]">
        {terms.map(({ name, id, text }) => (
          <div key={id} className="contents">
            <dt id={id} className="scroll-mt-4 font-medium">
              {name}
            </dt>
            <dd className="text-muted-foreground">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
