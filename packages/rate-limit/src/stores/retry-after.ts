/** What a store holds of one key. Times in seconds. */
export interface StoredWindow {
  /** Since the window began in which `current` was counted. */
  age: number
  /** Calls let through in that window, and in the one before. */
  current: number
  previous: number
}

/**
 * Whole seconds until a sliding window lets a call through that it has just refused. The window before counts for the
 * share of it that the sliding one still covers, rounded down.
 */
export function retryAfterSeconds(limit: number, windowSeconds: number, stored: StoredWindow): number {
  const { elapsed, current, previous } = asOfNow(windowSeconds, stored)
  /** Into a window, when of the one before only so few calls weigh in that there is room for one. */
  const roomFor = (calls: number, room: number) => windowSeconds * (1 - room / calls)

  const weighingIn = Math.floor(previous * (1 - elapsed / windowSeconds))
  // What was read may be older than the refusal. Then others have filled the current window.
  if (current + weighingIn < limit) return after(windowSeconds - elapsed)
  if (current < limit) return after(roomFor(previous, limit - current) - elapsed)
  return after(windowSeconds - elapsed + roomFor(current, limit))
}

/** At the very moment itself a call is still refused, so the second after. A millisecond covers what rounding loses. */
const after = (seconds: number) => Math.max(1, Math.floor(seconds + 0.001) + 1)

function asOfNow(windowSeconds: number, { age, current, previous }: StoredWindow) {
  if (age < windowSeconds) return { elapsed: Math.max(0, age), current, previous }
  return {
    elapsed: age % windowSeconds,
    current: 0,
    previous: age < 2 * windowSeconds ? current : 0,
  }
}
