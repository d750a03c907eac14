import type { Code } from '../lessons/code-schema'
import { CodeBlock } from './code-block'
import { Explained } from './explained'
import { FixForm } from './fix-form'
import { PartTitle } from './part-title'

interface Props {
  slug: string
  /** The code of each chain. */
  codes: readonly Code[]
  /** The code that they use. */
  shared: Code | null
  solved: boolean
}

/** Asks for the chain that stops every attack, and attacks the chosen one. */
export function FixPart({ slug, codes, shared, solved }: Props) {
  return (
    <section aria-labelledby="fix-it" className="space-y-4">
      <PartTitle id="fix-it" title="Fix it" solved={solved} />
      <p className="max-w-2xl">
        <Explained text="Only one of these chains is safe. Choose one to attack it and see which attack still succeeds." />
      </p>
      {shared ? <CodeBlock label="Code that they use" code={shared.code} /> : null}
      <FixForm slug={slug} codes={codes.map(({ code }) => code)} />
    </section>
  )
}
