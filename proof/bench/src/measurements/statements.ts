import { withStatementLog } from '@kit/attacks/state/statement-log'
import postgres from 'postgres'
import { budget } from '../budget'
import { read } from '../load/read'
import { listCalls, writeCalls } from '../load/product-calls'
import type { Measurement } from './measurement'

/** SQL statements of one write and of one page, including BEGIN and COMMIT. */
export const statements: Measurement = async (bench) => {
  const { product, people } = await bench.apps()
  const [write] = writeCalls(product.url, people)
  const [page] = listCalls(people)
  if (!write || !page) throw new Error('No account can make the calls.')
  const sql = postgres(product.databaseUrl, { max: 1, onnotice: () => {} })
  let ofWrite: string[] = []
  let ofPage: string[] = []
  await withStatementLog(
    sql,
    () => read(product.url, page),
    async (log) => {
      ofWrite = await log.during(() => read(product.url, write))
      ofPage = await log.during(() => read(product.url, page))
    },
  )
  await sql.end()
  return [
    { label: 'SQL statements of a write', values: [ofWrite.length], limit: budget.statementsOfWrite },
    { label: 'SQL statements of the task list', values: [ofPage.length], limit: budget.statementsOfPage },
  ]
}
