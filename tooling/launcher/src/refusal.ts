/** A reason to stop that the person at the keyboard can act on. `message` is shown as it is. */
export class Refusal extends Error {
  override name = 'Refusal'
}

/** Turns any failure of `work` into a refusal with the first line of its message, after `prefix`. */
export async function orRefuse<T>(work: () => T | Promise<T>, prefix = ''): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new Refusal(prefix + firstLine(error))
  }
}

/** One line for an error: that of its first cause. A failed connection to several addresses has only a code. */
export function firstLine(error: unknown): string {
  if (error instanceof Error && error.cause) return firstLine(error.cause)
  const [line] = (error instanceof Error ? error.message : String(error)).trim().split('\n')
  if (line) return line
  return error instanceof Error && 'code' in error ? String(error.code) : 'Unknown error.'
}

/** What to tell of an error: a refusal's line, or the stack of a fault of ours. */
export function failureText(error: unknown): string {
  if (error instanceof Refusal) return error.message
  return (error instanceof Error && error.stack) || String(error)
}
