/** A reason to stop that the user can act on. Its message is shown as it is, without a stack. */
export class Refusal extends Error {
  override name = 'Refusal'
}

/** Turns any failure of `work` into a refusal: `prefix` plus the first line of the message. */
export async function orRefuse<T>(work: () => T | Promise<T>, prefix = ''): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new Refusal(prefix + firstLine(error))
  }
}

/** Returns the first line of an error's root cause, or its code: a failed connection to several hosts has no message. */
export function firstLine(error: unknown): string {
  if (error instanceof Error && error.cause) return firstLine(error.cause)
  const [line] = (error instanceof Error ? error.message : String(error)).trim().split('\n')
  if (line) return line
  return error instanceof Error && 'code' in error ? String(error.code) : 'Unknown error.'
}

/** Returns what to print for an error: a refusal's message, or the stack of anything else. */
export function failureText(error: unknown): string {
  if (error instanceof Refusal) return error.message
  return (error instanceof Error && error.stack) || String(error)
}
