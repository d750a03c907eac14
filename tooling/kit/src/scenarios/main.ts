import { launch } from '@kit/launcher/launch'
import { print } from '@kit/launcher/progress'
import type { Scope } from '@kit/launcher/scope'
import { play } from './play'
import { scenariosFor } from './scenarios'

/** `pnpm test:kit [scenario] [--full]`: runs each command in a copy of the repository, then the checks. */
async function test(scope: Scope): Promise<number> {
  const options = process.argv.slice(2)
  const isFull = options.includes('--full')
  const name = options.find((option) => !option.startsWith('--'))
  let failed = 0
  for (const scenario of scenariosFor(name)) failed += await play(scope, scenario, isFull)
  print(failed === 0 ? '\nAll checks passed.\n' : `\n${failed} failed.\n`)
  return failed === 0 ? 0 : 1
}

await launch(test, (signal) => (signal === 'SIGINT' ? 130 : 143))
