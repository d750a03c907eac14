import { build } from './build'
import { dev } from './dev'
import { growth } from './growth'
import { html } from './html'
import { javascript } from './javascript'
import type { Measurement } from './measurement'
import { memory } from './memory'
import { profile } from './profile'
import { statements } from './statements'
import { throughput } from './throughput'
import { vitals } from './vitals'

/** In the order in which they run: the memory measurement fills the database that the ones before it share. */
export const measurements: Record<string, Measurement> = {
  build,
  ...throughput,
  html,
  statements,
  javascript,
  vitals,
  memory,
  dev,
  growth,
}

/** Runs only when it is named: it measures nothing that has a limit. */
export const onDemand: Record<string, Measurement> = { profile }
