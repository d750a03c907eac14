import type { ReactNode } from 'react'

const terms: readonly [term: string, id: string, text: ReactNode][] = [
  [
    'Endpoint',
    'endpoint',
    'Something that anyone can send a request to. Every Server Action is one, whether a page uses it or not.',
  ],
  [
    'Action ID',
    'action-id',
    <>
      Says which action a request calls, in its header <code>Next-Action</code>. It’s in the code that every
      visitor gets, so it isn’t a secret.
    </>,
  ],
  [
    'Flight',
    'flight',
    'React’s format for calls and their results. It writes what JSON can’t, such as a form, as a code that starts with a dollar sign.',
  ],
  [
    'Session',
    'session',
    'What the server remembers about a signed-in browser. The browser sends its cookie with each request.',
  ],
  [
    'Chain',
    'chain',
    'The checks in an action’s definition, in the order they run. The first part, the client, checks where the request comes from and who sends it.',
  ],
  [
    'Unguarded',
    'unguarded',
    'The control group: an app that makes each mistake on purpose. An attack that fails even there proves nothing. It runs only on this machine, with its own data, which every attack resets.',
  ],
  [
    'Status 200',
    'status-200',
    'Most refusals have it. Next sends what an action returns as a normal response, and a refusal is returned, so the form can show it. Look at the response body, and at the rows.',
  ],
]

/** The terms that the lessons use. */
export function Terms() {
  return (
    <section aria-labelledby="terms" className="space-y-3">
      <h2 id="terms" className="font-semibold">
        Terms
      </h2>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[9rem_minmax(0,44rem)]">
        {terms.map(([term, id, text]) => (
          <div key={id} className="contents">
            <dt id={id} className="scroll-mt-4 font-medium">
              {term}
            </dt>
            <dd className="text-muted-foreground">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
