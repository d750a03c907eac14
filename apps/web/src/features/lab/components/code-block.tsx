import { Code } from '@/components/code'
import { Scroller } from '@/components/scroller'
import { cn } from '@/lib/cn'

interface Props {
  label: string
  code: string
  /** Breaks long lines instead of scrolling sideways, so nothing is hidden. */
  wraps?: boolean
}

/** A piece of code. */
export function CodeBlock({ label, code, wraps = false }: Props) {
  return (
    <Scroller label={label} className="rounded-lg border bg-card">
      <pre className={cn('px-4 py-3 text-xs leading-5', wraps && 'whitespace-pre-wrap wrap-anywhere')}>
        <code className={cn('block font-mono', !wraps && 'w-max min-w-full')}>
          {code.split('\n').map((text, index) => (
            // eslint-disable-next-line react/no-array-index-key -- lines have no other order
            <span key={index} className="block min-h-5">
              <Code>{text}</Code>
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </Scroller>
  )
}
