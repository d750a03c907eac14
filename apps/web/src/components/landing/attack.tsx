import { Scroller } from '@/components/scroller'

/** Caller and response code. Each of these is a real response. */
const answers = [
  ['Signed out', 'UNAUTHORIZED'],
  ['The owner, from an unknown origin', 'FOREIGN_ORIGIN'],
  ['A viewer of Acme', 'FORBIDDEN'],
  ['The owner of another organization', 'NOT_FOUND'],
] as const

/** The same action called without the page. Dark in both themes, like a terminal. */
export function Attack() {
  return (
    <figure className="flex flex-col overflow-hidden rounded-lg border border-transparent bg-[#10211b] text-[#dfe8e1] dark:border-border dark:bg-[#080d0b]">
      <figcaption className="border-b border-white/12 px-4 py-2.5 font-mono text-xs text-[#a9bab0]">
        The same action, called directly
      </figcaption>
      <Scroller label="A direct call to the action">
        <pre className="px-4 py-3.5 text-[0.8125rem] leading-6">
          <code className="font-mono">
            <span className="text-[#8fa398] select-none">$ </span>
            {`curl localhost:3000/acme/tasks \\
    -H 'Origin: http://localhost:3000' \\
    -H 'Content-Type: text/plain' \\
    -H 'Next-Action: 7f53291d4a96…' \\
    -b 'gatehouse.session_token=…' \\
    -d '[{ "organization": "acme",
           "taskIds": ["b4a67381-…"] }]'`}
          </code>
        </pre>
      </Scroller>
      <dl className="flex-1 border-t border-white/12 px-4 py-2.5 text-[0.8125rem]">
        {answers.map(([sender, code]) => (
          <div key={code} className="flex items-baseline justify-between gap-4 py-1">
            <dt className="text-[#a9bab0]">{sender}</dt>
            <dd className="font-mono text-xs text-[#f2a38f]">{code}</dd>
          </div>
        ))}
      </dl>
      <p className="border-t border-white/12 px-4 py-2.5 text-[0.8125rem] text-[#a9bab0]">
        Acme’s tasks before: 60. After: <strong className="font-medium text-[#8fdcb8]">60</strong>.
      </p>
    </figure>
  )
}
