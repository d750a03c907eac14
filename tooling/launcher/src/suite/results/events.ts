import { appendFileSync, readFileSync } from 'node:fs'

/** A line of a results file. Test runners append to it as they go, so it survives if they are killed. */
export type ResultEvent =
  | { type: 'started'; id: string; name: string }
  /** The last event of an ID counts. */
  | { type: 'passed' | 'failed' | 'skipped'; id: string; name: string; message: string }
  | { type: 'completed' }

/** Appends events to the file named by TEST_RESULTS. */
export function recordEvents(events: ResultEvent[]): void {
  const file = process.env.TEST_RESULTS
  if (file) appendFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''))
}

/** The events of a results file; none if there is no file. A last line without its end was cut off and is left out. */
export function readEvents(file: string): ResultEvent[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
    return lines.map((line): ResultEvent => JSON.parse(line))
  } catch {
    return []
  }
}
