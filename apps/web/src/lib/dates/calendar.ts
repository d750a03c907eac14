import { dateTimeFormat } from './date-time-format'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** Time zones come from clients, so the memory is bounded. */
const MOST_ZONES = 200

/** The day last asked for in each time zone, because every row of a list asks for today. */
const last = new Map<string, { minute: number; day: string }>()

/** The calendar day of an instant in a time zone, as YYYY-MM-DD. */
export function dayIn(timeZone: string, instant = new Date()): string {
  // Time zones differ from UTC by whole minutes, so a day never begins within one.
  const minute = Math.floor(instant.getTime() / MINUTE_MS)
  const known = last.get(timeZone)
  if (known?.minute === minute) return known.day
  const { year, month, day: date } = partsIn(timeZone, instant)
  const day = new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
  if (last.size >= MOST_ZONES) last.clear()
  last.set(timeZone, { minute, day })
  return day
}

/** The instant at which a calendar day starts in a time zone. */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00.000Z`)
  const near = midnight - offsetOf(timeZone, midnight)
  // The offset may change between UTC midnight and local midnight, when clocks change.
  return new Date(midnight - offsetOf(timeZone, near))
}

/** A calendar day some days later, or earlier when `days` is negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Milliseconds that local time is ahead of UTC. */
function offsetOf(timeZone: string, instant: number): number {
  const { year, month, day, hour, minute, second } = partsIn(timeZone, new Date(instant))
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

function partsIn(timeZone: string, instant: Date) {
  const format = dateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}
