import ora from 'ora'
import type { Ora } from 'ora'
import { duration } from './duration'

let spinner: Ora | undefined

/** Removes the spinner from the terminal. */
export function clearProgress(): void {
  spinner?.stop()
}

/** Writes text above the spinner. */
export function print(text: string): void {
  process.stdout.write(text)
}

/**
 * Shows that something is running and how long it took: a spinner on a terminal, plain lines elsewhere. `work` can add
 * a detail with `note`.
 */
export async function progress<T>(
  label: string,
  work: (note: (text: string) => void) => Promise<T>,
): Promise<T> {
  const start = performance.now()
  let detail = ''
  const current = ora({
    text: label,
    stream: process.stdout,
    discardStdin: false,
    // A terminal shows one spinner; work beside it prints plain lines.
    ...(spinner && { isEnabled: false }),
    suffixText: () => `${detail}(${duration((performance.now() - start) / 1000)})`,
  })
  const finish = (symbol: string) => current.stopAndPersist({ symbol })
  // Without a terminal, ora would print the start with its duration so far.
  if (current.isEnabled) spinner = current.start()
  else print(`… ${label}\n`)
  const note = (text: string) => {
    detail = `(${text}) `
    if (!current.isEnabled) print(`  ${text}\n`)
  }
  try {
    const result = await work(note)
    finish('✓')
    return result
  } catch (error) {
    finish('✗')
    throw error
  } finally {
    if (spinner === current) spinner = undefined
  }
}
