import { web } from '@kit/launcher/paths'
import { progress } from '@kit/launcher/progress'
import type { Scope } from '@kit/launcher/scope'
import { coldBuild, isBuilt } from './servers/build'
import { startBaseline } from './servers/baseline'
import { baseline } from './servers/paths'
import { startProduct } from './servers/product'
import type { Product } from './servers/product'
import type { Server } from './servers/server'
import { seedCrowd } from './people/crowd'
import type { Person } from './people/crowd'

export interface BenchOptions {
  rounds: number
  /** Seconds per side and round. */
  seconds: number
  /** Number of requests in the memory measurement. */
  requests: number
  /** Whether to reuse existing builds. */
  reuse: boolean
}

export interface Apps {
  baseline: Server
  product: Product
  /** Signed in to the product. */
  people: Person[]
}

/** What measurements share: both builds and both servers, created on first use. */
export class Bench {
  #builds: Promise<void> | undefined
  #apps: Promise<Apps> | undefined

  /** Build time in seconds, by app. */
  readonly buildSeconds: { baseline?: number; product?: number } = {}

  constructor(
    readonly scope: Scope,
    readonly options: BenchOptions,
  ) {}

  /** Builds both apps from scratch, or reuses existing builds if allowed. */
  build(): Promise<void> {
    this.#builds ??= this.#build()
    return this.#builds
  }

  /** Both servers on one PostgreSQL cluster, with users. */
  apps(): Promise<Apps> {
    this.#apps ??= this.#start()
    return this.#apps
  }

  async #build(): Promise<void> {
    if (this.options.reuse && isBuilt(baseline) && isBuilt(web)) return
    this.buildSeconds.baseline = await progress('Building the baseline', () =>
      coldBuild(this.scope, baseline),
    )
    this.buildSeconds.product = await progress('Building the product', () => coldBuild(this.scope, web))
  }

  async #start(): Promise<Apps> {
    await this.build()
    const bare = await startBaseline(this.scope)
    const product = await startProduct(this.scope)
    const people = await progress('Adding people', () => seedCrowd(product))
    return { baseline: bare, product, people }
  }
}
