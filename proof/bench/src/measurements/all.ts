import { build } from './build'
import { dev } from './dev'
import { html } from './html'
import { javascript } from './javascript'
import type { Measurement } from './measurement'
import { memory } from './memory'
import { statements } from './statements'
import { throughput } from './throughput'

/** In the order in which they run: the memory measurement comes last, as it fills the database. */
export const measurements: Record<string, Measurement> = {
  build,
  ...throughput,
  html,
  statements,
  javascript,
  memory,
  dev,
}
