import { nounOf, type Fixes } from '../fixes/fixes'
import { heldBy } from '../fixes/held-by'
import type { Code } from '../lessons/code-schema'
import { CodeBlock } from './code-block'
import { Explained } from './explained'
import { FixForm } from './fix-form'
import { PartTitle } from './part-title'

const CLIENTS =
  'A chain runs from top to bottom. It starts with a client: openClient lets anyone in, userClient signed-in users, and memberClient members of the organization in the input. Each step below can refuse the call.'

interface Props {
  slug: string
  fixes: Fixes
  /** The code of each chain. */
  codes: readonly Code[]
  /** The code that they use. */
  used: readonly Code[]
  solved: boolean
  /** What is remembered of the chain that was found on an earlier visit. */
  found: string | undefined
}

/** Asks for the chain that stops every attack, and attacks the chosen one. */
export function FixPart({ slug, fixes, codes, used, solved, found }: Props) {
  const noun = nounOf(fixes)
  return (
    <section aria-labelledby="fix-it" className="space-y-4">
      <PartTitle id="fix-it" title="Fix it" solved={solved} />
      <p className="max-w-2xl">
        <Explained text={`Choose the only ${noun.toLowerCase()} that stops every attack.`} />
      </p>
      {used.length > 0 ? (
        <details className="space-y-3">
          <summary className="min-h-11 cursor-pointer py-2.5 font-medium text-primary md:min-h-9 md:py-2">
            What the {noun.toLowerCase()}s use
          </summary>
          {used.some(({ file }) => file.endsWith('/chain/clients.ts')) ? (
            <p className="max-w-2xl">{CLIENTS}</p>
          ) : null}
          {used.map(({ file, code }) => (
            <CodeBlock key={file} label={file} code={code} />
          ))}
        </details>
      ) : null}
      <FixForm slug={slug} noun={noun} codes={codes.map(({ code }) => code)} found={heldBy(fixes, found)} />
    </section>
  )
}
