import { connectOnce } from '@kit/db/connection/connect'
import { templateName } from '@kit/db/testing/template'
import { createTestDatabase } from '@kit/db/testing/test-database'

/**
 * The database that every test copies, so that what is changed in it is changed in all of them, and the tests themselves
 * stay as they are.
 */
export class Template {
  readonly #name = templateName()
  readonly #kept = `${this.#name}_kept`

  private constructor(private readonly cluster: string) {}

  /** @param cluster a throwaway Postgres of which this is the only user */
  static async keep(cluster: string): Promise<Template> {
    const template = new Template(cluster)
    // Makes the template where there is none.
    const first = await createTestDatabase()
    await first.drop()
    await connectOnce(template.urlOf('postgres'), async (client) => {
      await client`CREATE DATABASE ${client(template.#kept)} TEMPLATE ${client(template.#name)}`
    })
    return template
  }

  get url(): string {
    return this.urlOf(this.#name)
  }

  /** As it was, and then with what the statement changes. */
  async change(statement: string): Promise<void> {
    await connectOnce(this.urlOf('postgres'), async (client) => {
      await client`DROP DATABASE ${client(this.#name)} WITH (FORCE)`
      await client`CREATE DATABASE ${client(this.#name)} TEMPLATE ${client(this.#kept)}`
    })
    await connectOnce(this.url, (client) => client.unsafe(statement))
  }

  private urlOf(database: string): string {
    const url = new URL(this.cluster)
    url.pathname = `/${database}`
    return url.href
  }
}
