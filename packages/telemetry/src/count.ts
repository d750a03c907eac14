import { metrics, type Attributes, type Counter } from '@opentelemetry/api'

import { exporting } from './exporting'

const counters = new Map<string, Counter>()

/**
 * Adds one to a counter. Does nothing while telemetry is off. Attributes come from small closed sets, never from what a person
 * typed.
 */
export function count(name: string, attributes?: Attributes): void {
  if (!exporting()) return
  const counter = counters.get(name) ?? metrics.getMeter('gatehouse').createCounter(name)
  counters.set(name, counter)
  counter.add(1, attributes)
}
