export interface HeldOutput {
  add: (text: string) => void
  /** Writes what was held; later text is written at once. */
  release: () => void
}

/** Holds a program's output back, so it doesn't mix with the lines of the steps beside it. */
export function heldOutput(write: (text: string) => void): HeldOutput {
  let held: string | undefined = ''
  return {
    add: (text) => {
      if (held === undefined) write(text)
      else held += text
    },
    release: () => {
      if (held) write(held)
      held = undefined
    },
  }
}
