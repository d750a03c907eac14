import { build } from './build'
import { dev } from './dev'
import { growth } from './growth'
import { html } from './html'
import { javascript } from './javascript'
import type { Measurement } from './measurement'
import { memory } from './memory'
import { profile } from './profile'
import { semiSpace } from './semi-space'
import { stack } from './stack'
import { statements } from './statements'
import { throughput } from './throughput'
import { vitals } from './vitals'

/** In order of execution: the memory measurement comes last, because it fills the shared database. */
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

/** Run only if named, because they have no limit to check. */
export const onDemand: Record<string, Measurement> = { profile, 'semi-space': semiSpace, stack }
