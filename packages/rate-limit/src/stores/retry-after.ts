/** A key's stored counts. Times in seconds. */
export interface StoredWindow {
  /** Time since the window of `current` began. */
  age: number
  /** Calls allowed in that window; `previous` is the window before. */
  current: number
  previous: number
}

/**
 * Returns the whole seconds until a sliding window allows a call that it has just refused. The previous window counts
 * for the share that the sliding window still covers, rounded up, so no call is allowed while the previous window's last ones are fresh.
 */
export function retryAfterSeconds(limit: number, windowSeconds: number, stored: StoredWindow): number {
  const { elapsed, current, previous } = asOfNow(windowSeconds, stored)
  /** Seconds into a window after which the previous window's share leaves room for one more call. */
  const roomFor = (calls: number, room: number) => windowSeconds * (1 - (room - 1) / calls)

  const weighingIn = Math.ceil(previous * (1 - elapsed / windowSeconds))
  // The counts may be older than the refusal: others have filled the current window since.
  if (current + weighingIn < limit) return after(windowSeconds - elapsed)
  if (current < limit) return after(roomFor(previous, limit - current) - elapsed)
  return after(windowSeconds - elapsed + roomFor(current, limit))
}

/** Whole seconds, and one more, because clocks differ. The millisecond covers rounding. */
const after = (seconds: number) => Math.max(1, Math.floor(seconds + 0.001) + 1)

function asOfNow(windowSeconds: number, { age, current, previous }: StoredWindow) {
  if (age < windowSeconds) return { elapsed: Math.max(0, age), current, previous }
  return {
    elapsed: age % windowSeconds,
    current: 0,
    previous: age < 2 * windowSeconds ? current : 0,
  }
}
