import { metrics, type Attributes, type Counter } from '@opentelemetry/api'

import { type Export, exporting } from './exporting'

let current: { of: Export; counters: Map<string, Counter> } | undefined

/**
 * Adds one to a counter. Does nothing while telemetry is off. Attributes come from small closed sets, never from what a person
 * typed.
 */
export function count(name: string, attributes?: Attributes): void {
  const of = exporting()
  if (!of) return
  if (current?.of !== of) current = { of, counters: new Map() }
  const { counters } = current
  const counter = counters.get(name) ?? metrics.getMeter('gatehouse').createCounter(name)
  counters.set(name, counter)
  counter.add(1, attributes)
}
