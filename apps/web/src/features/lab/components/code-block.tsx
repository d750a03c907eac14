import { Code } from '@/components/code'
import { Scroller } from '@/components/scroller'

/** Code that scrolls sideways. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <Scroller label={label} className="rounded-lg border bg-card">
      <pre className="px-4 py-3 text-xs leading-5">
        <code className="block w-max min-w-full font-mono">
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
