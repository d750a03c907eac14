import { Code } from '@/components/code'
import { Scroller } from '@/components/scroller'
import { cn } from '@/lib/cn'

import type { Code as CodeOfFile } from '../lessons/code-schema'

interface Props {
  code: CodeOfFile
  tone: 'mistake' | 'fix'
}

/** Code from a file of this repository, with its path. */
export function CodeFigure({ code: { file, line, code }, tone }: Props) {
  return (
    <figure className="overflow-hidden rounded-lg border bg-card">
      <figcaption
        className={cn(
          'border-b px-4 py-2 font-mono text-xs wrap-anywhere',
          tone === 'mistake' ? 'bg-destructive/8 text-destructive' : 'bg-success/10 text-success',
        )}
      >
        {file}:{line}
      </figcaption>
      <Scroller label={`${tone === 'mistake' ? 'The mistake' : 'The fix'}, ${file}`}>
        <pre className="px-4 py-3 text-[0.8125rem] leading-6">
          <code className="block w-max min-w-full font-mono">
            {code.split('\n').map((text, index) => (
              // eslint-disable-next-line react/no-array-index-key -- lines have no other order
              <span key={index} className="block min-h-6">
                <Code>{text}</Code>
                {'\n'}
              </span>
            ))}
          </code>
        </pre>
      </Scroller>
    </figure>
  )
}
