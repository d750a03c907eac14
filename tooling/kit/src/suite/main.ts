import { launch } from '@kit/launcher/launch'
import { root } from '@kit/launcher/paths'
import type { Scope } from '@kit/launcher/scope'
import { commit, head, scratchCopy } from '../scenarios/scratch-copy'
import { reuseTypes } from './reuse-types'
import { Steps } from './record'
import { adding, checksOf, installing, removing, unusedName } from './steps'

/** A step of `pnpm test`: adds a domain in a copy of the repository, tests it, and removes it. */
async function test(scope: Scope): Promise<number> {
  const copy = await scratchCopy(scope, root)
  const start = await head(copy)
  const name = unusedName(copy)
  await reuseTypes(root, copy)
  const steps = new Steps(scope, copy)
  await steps.run([installing(), adding(name)])
  await commit(copy, 'test: add a domain')
  await steps.run([...checksOf(name), ...removing(name, start)])
  return steps.end()
}

await launch(test, (signal) => (signal === 'SIGINT' ? 130 : 143))
