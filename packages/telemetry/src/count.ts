import { metrics, type Attributes, type Counter, type Meter } from '@opentelemetry/api'

let current: { meter: Meter; counters: Map<string, Counter> } | undefined

/** Adds one to a counter. Does nothing unless export is on. Attributes have few values each, and none that a person typed. */
export function count(name: string, attributes?: Attributes): void {
  // Asked for each time, because export may start later.
  const meter = metrics.getMeter('gatehouse')
  if (current?.meter !== meter) current = { meter, counters: new Map() }
  const { counters } = current
  const counter = counters.get(name) ?? meter.createCounter(name)
  counters.set(name, counter)
  counter.add(1, attributes)
}
