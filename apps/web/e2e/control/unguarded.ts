import path from 'node:path'

import { actionRequest, plainFormRequest } from '@kit/attacks/http/action-call'
import { openDatabase, type Database } from '@kit/attacks/state/database'
import {
  difference,
  rowsOf,
  type DatabaseRow,
  type RowChange,
  type State,
} from '@kit/attacks/state/difference'
import { controlGroup, webDirectory } from '@kit/attacks/app/environment'
import { readManifest, type Endpoint } from '@kit/attacks/app/manifest'
import { demoPassword, type OrganizationSlug, type Person } from '@kit/attacks/app/people'
import { FormFields } from '@kit/attacks/http/reply-encoding'
import { send, type RawResponse } from '@kit/attacks/http/raw-http'
import { cookiesOf } from '@kit/attacks/app/sessions'

export const controlManifest = path.resolve(
  webDirectory,
  '../unguarded/.next/server/server-reference-manifest.json',
)

/** The control group over HTTP, and its database. */
export class Unguarded {
  private constructor(
    private readonly url: URL,
    private readonly database: Database,
    private readonly endpoints: readonly Endpoint[],
    private readonly found: State,
  ) {}

  static async open(): Promise<Unguarded> {
    const { url, databaseUrl } = controlGroup()
    const database = await openDatabase(databaseUrl)
    return new Unguarded(url, database, readManifest(controlManifest), await database.snapshot())
  }

  async changes(): Promise<RowChange[]> {
    return difference(this.found, await this.database.snapshot(), this.database.keys)
  }

  async restore(): Promise<void> {
    await this.database.restore(this.found, await this.database.snapshot())
  }

  close(): Promise<void> {
    return this.database.close()
  }

  get(page: string): Promise<RawResponse> {
    return send({ method: 'GET', path: page, headers: { Accept: 'text/html' } }, this.url)
  }

  /** Posts a page's form like any HTTP client. */
  post(
    mistake: string,
    exportName: string,
    fields: Record<string, string>,
    cookie = '',
    headers: Record<string, string> = {},
  ): Promise<RawResponse> {
    const target = this.target(mistake, exportName, cookie)
    return send(
      plainFormRequest(
        { ...target, headers: { ...target.headers, ...headers } },
        new FormFields(Object.entries(fields)),
      ),
      this.url,
    )
  }

  /** Calls an export with arguments of the caller's choice. */
  call(mistake: string, exportName: string, args: readonly unknown[], cookie = ''): Promise<RawResponse> {
    return send(actionRequest(this.target(mistake, exportName, cookie), args), this.url)
  }

  async signIn(person: Person): Promise<string> {
    return cookiesOf(
      await this.post('no-rate-limit', 'signInAction', { email: person, password: demoPassword }),
    )
  }

  userId(person: Person): string {
    return String(this.row('user', (row) => row.email === person).id)
  }

  organizationId(slug: OrganizationSlug): string {
    return String(this.row('organization', (row) => row.slug === slug).id)
  }

  taskId(slug: OrganizationSlug): string {
    const organization = this.organizationId(slug)
    return String(this.row('task', (row) => row.organization_id === organization).id)
  }

  private row(table: string, isWanted: (row: DatabaseRow) => boolean): DatabaseRow {
    const row = rowsOf(this.found[table]).find(isWanted)
    if (!row) throw new Error(`The seed of the control group has no such ${table}.`)
    return row
  }

  private target(mistake: string, exportName: string, cookie: string) {
    const endpoint = this.endpoints.find(
      (candidate) => candidate.file.endsWith(`${mistake}/actions.ts`) && candidate.exportName === exportName,
    )
    if (!endpoint) throw new Error(`The control group has no ${mistake}#${exportName}.`)
    const headers = { Origin: this.url.origin, ...(cookie && { Cookie: cookie }) }
    return { id: endpoint.id, page: `/${mistake}`, headers }
  }
}
