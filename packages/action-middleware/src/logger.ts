import pino from 'pino'

/** One JSON line per event on standard output. Callers pass what `describeError` left, never raw input. */
export const logger = pino({ name: 'gatehouse', timestamp: pino.stdTimeFunctions.isoTime })
