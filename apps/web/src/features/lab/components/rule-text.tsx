import { CodeBlock } from './code-block'
import { Explained } from './explained'

/** The page of a rule: headings, paragraphs and fenced code. The title is left out, because the page has its own. */
export function RuleText({ text }: { text: string }) {
  const parts = text.replace(/^# .*\n/, '').split(/^```.*\n/m)
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      <CodeBlock key={part} label={lastHeading(parts[index - 1]) ?? 'Code'} code={part.trimEnd()} />
    ) : (
      <Paragraphs key={part} text={part} />
    ),
  )
}

/** Names the code that follows. */
function lastHeading(text = ''): string | undefined {
  return text
    .match(/^## .+$/gm)
    ?.at(-1)
    ?.slice(3)
}

function Paragraphs({ text }: { text: string }) {
  const blocks = text.split('\n\n').filter((block) => block.trim() !== '')
  return blocks.map((block) =>
    block.trim().startsWith('## ') ? (
      <h2 key={block} className="pt-2 font-semibold">
        {block.trim().slice(3)}
      </h2>
    ) : (
      <p key={block}>
        <Explained text={block.replaceAll('`', '')} />
      </p>
    ),
  )
}
