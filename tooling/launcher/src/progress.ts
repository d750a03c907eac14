const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const CLEAR_LINE = '\r\u001B[2K'

let shown = ''

/** Takes the line of whatever is under way off the terminal. */
export function clearProgress(): void {
  if (shown) process.stdout.write(CLEAR_LINE)
  shown = ''
}

/** Writes text above the line of whatever is under way. */
export function print(text: string): void {
  clearProgress()
  process.stdout.write(text)
}

/**
 * Shows that something is under way and, at its end, how long it took: a turning line on a terminal, plain lines
 * elsewhere. `work` may say by `note` what it is at.
 */
export async function progress<T>(
  label: string,
  work: (note: (text: string) => void) => Promise<T>,
): Promise<T> {
  const start = performance.now()
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1)
  const turning = process.stdout.isTTY
  let detail = ''
  let frame = 0
  const turn = () => {
    clearProgress()
    frame += 1
    shown = `${frames[frame % frames.length]} ${label}${detail} ${seconds()} s`.slice(
      0,
      process.stdout.columns - 1,
    )
    process.stdout.write(shown)
  }
  const timer = turning ? setInterval(turn, 120) : undefined
  if (!turning) print(`… ${label}\n`)
  const note = (text: string) => {
    detail = ` (${text})`
    if (!turning) print(`  ${text}\n`)
  }
  try {
    const result = await work(note)
    print(`✓ ${label} (${seconds()} s)\n`)
    return result
  } catch (error) {
    print(`✗ ${label} (${seconds()} s)\n`)
    throw error
  } finally {
    clearInterval(timer)
    clearProgress()
  }
}
