import { Scroller } from '@/components/scroller'

import { chainLines } from './chain-lines'
import { Code } from '@/components/code'

export function Chain() {
  return (
    <figure className="overflow-hidden rounded-lg border bg-card">
      <figcaption className="border-b px-4 py-2.5 font-mono text-xs text-muted-foreground">
        features/tasks/actions.ts
      </figcaption>
      <Scroller label="An action's definition">
        <pre className="py-3.5 text-[0.8125rem] leading-6">
          <code className="block w-max min-w-full font-mono">
            {chainLines.map(({ note, code }) => (
              <span key={code} className="block px-4 md:grid md:grid-cols-[9.5rem_1fr]">
                <span className="block font-sans text-xs leading-6 text-muted-foreground select-none max-md:-mb-1 max-md:pt-1">
                  {note}
                </span>
                <span className="block">
                  <Code>{code}</Code>
                  {'\n'}
                </span>
              </span>
            ))}
          </code>
        </pre>
      </Scroller>
    </figure>
  )
}
