import { print } from '@kit/launcher/progress'
import { recordEvents } from '@kit/launcher/results'
import { run } from '@kit/launcher/run'
import type { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'
import type { Check } from '../scenarios/checks'

const TAIL = 6000

/** Runs steps in `cwd`, one after the other, and records each as a test. After a failure the others count as skipped. */
export class Steps {
  #failed = false
  readonly #scope: Scope
  readonly #cwd: string

  constructor(scope: Scope, cwd: string) {
    this.#scope = scope
    this.#cwd = cwd
  }

  async run(steps: readonly Check[]): Promise<void> {
    for (const step of steps) await this.#run(step)
  }

  /** Returns the exit code. */
  end(): number {
    recordEvents([{ type: 'completed' }])
    return this.#failed ? 1 : 0
  }

  async #run({ label, command: [program, ...args] }: Check): Promise<void> {
    const test = { id: label, name: label }
    if (this.#failed) {
      recordEvents([{ type: 'skipped', ...test, message: '' }])
      return
    }
    recordEvents([{ type: 'started', ...test }])
    print(`\n${label}\n`)
    let output = ''
    const onOutput = (text: string) => {
      output = (output + text).slice(-TAIL)
      print(text)
    }
    // The pnpm that runs the suite tells its children where dependencies are installed, but the copy is elsewhere.
    const env = cleanEnvironment({ TEST_RESULTS: undefined, pnpm_config_verify_deps_before_run: 'false' })
    const { exitCode, stalled } = await run(this.#scope, program, args, { cwd: this.#cwd, env, onOutput })
    this.#failed = exitCode !== 0
    recordEvents([
      this.#failed
        ? { type: 'failed', ...test, message: `${output}${stalled ?? ''}` }
        : { type: 'passed', ...test, message: '' },
    ])
  }
}
