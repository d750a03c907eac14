/**
 * Timers fire late while the event loop is blocked. So the wait is split into parts, and a part that ends late counts only
 * once.
 */
const PARTS = 10

/**
 * Rejects when the promise takes longer. Doesn't cancel it. While the event loop is blocked, the time barely counts:
 * an answer may have arrived that the process couldn't read yet.
 */
export async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const wait = (parts: number) => {
      if (parts === 0) return reject(new Error(`No answer within ${milliseconds} ms.`))
      timer = setTimeout(wait, milliseconds / PARTS, parts - 1)
    }
    wait(PARTS)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
