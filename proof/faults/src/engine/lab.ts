import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Scope } from '@kit/launcher/scope'
import { type App, startApp } from './app'
import { type Cluster, startCluster } from '../postgres/cluster'
import type { Ledger } from '../load/ledger'
import { Load } from '../load/load'
import { addPeople, type Person } from '../load/people'

export interface Stage {
  cluster: Cluster
  people: readonly Person[]
  /** The settings of every app on this stage. */
  settings: Record<string, string>
}

/** What faults start, and what is stopped after them. */
export class Lab {
  constructor(readonly scope: Scope) {}

  /** A database with people. */
  async stage(settings: Record<string, string> = {}): Promise<Stage> {
    const cluster = await this.scope.acquire(startCluster, (made) => made.remove())
    const secret = randomBytes(32).toString('base64url')
    const people = await addPeople(cluster.adminUrl, secret)
    const mail = await this.folder()
    const own = {
      BETTER_AUTH_SECRET: secret,
      DATABASE_URL: cluster.appUrl,
      MAIL_DIRECTORY: mail,
      ...settings,
    }
    return { cluster, people, settings: own }
  }

  /** The app on a stage. */
  app({ settings }: Stage, more: Record<string, string> = {}, port?: number): Promise<App> {
    return this.scope.acquire(
      () => startApp({ ...settings, ...more }, { port }),
      (app) => app.kill(),
    )
  }

  load({ people }: Stage, app: { url: string }, ledger: Ledger): Load {
    return new Load({ url: () => app.url, origin: app.url, people }, ledger)
  }

  folder(): Promise<string> {
    return this.scope.acquire(
      () => mkdtemp(join(tmpdir(), 'gatehouse-faults-')),
      (folder) => rm(folder, { recursive: true, force: true }),
    )
  }
}
