import type { Code } from '../lessons/code-schema'
import { CodeBlock } from './code-block'
import { Explained } from './explained'
import { FixForm } from './fix-form'
import { PartTitle } from './part-title'

const CLIENTS =
  'A chain runs from top to bottom. It starts with a client: openClient lets anyone in, userClient signed-in users, and memberClient members of the organization in the input. Each step below can refuse the call.'

interface Props {
  slug: string
  /** The code of each chain. */
  codes: readonly Code[]
  /** The code that they use. */
  used: readonly Code[]
  solved: boolean
}

/** Asks for the chain that stops every attack, and attacks the chosen one. */
export function FixPart({ slug, codes, used, solved }: Props) {
  return (
    <section aria-labelledby="fix-it" className="space-y-4">
      <PartTitle id="fix-it" title="Fix it" solved={solved} />
      <p className="max-w-2xl">
        <Explained text="Only one of these chains is safe. Choose one to attack it and see which attack still succeeds." />
        {used.some(({ file }) => file.endsWith('/chain/clients.ts')) ? ` ${CLIENTS}` : null}
      </p>
      {used.length > 0 ? (
        <details className="space-y-3">
          <summary className="min-h-11 cursor-pointer py-2.5 font-medium text-primary md:min-h-9 md:py-2">
            What the chains use
          </summary>
          {used.map(({ file, code }) => (
            <CodeBlock key={file} label={file} code={code} />
          ))}
        </details>
      ) : null}
      <FixForm slug={slug} codes={codes.map(({ code }) => code)} />
    </section>
  )
}
