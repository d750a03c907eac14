import { connectOnce } from '@kit/db/connection/connect'
import { templateName } from '@kit/db/testing/template'
import { createTestDatabase } from '@kit/db/testing/test-database'

/**
 * The template database that every test copies. A change to it applies to all tests without editing them.
 */
export class Template {
  readonly #name = templateName()
  readonly #kept = `${this.#name}_kept`

  private constructor(private readonly cluster: string) {}

  /** @param cluster a temporary Postgres that nothing else uses */
  static async keep(cluster: string): Promise<Template> {
    const template = new Template(cluster)
    // Creates the template if it does not exist.
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

  /** Resets the template and applies the statement. */
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
