import { cookies, headers } from 'next/headers'

import { database, enter, findPerson, listItems } from '../../database'
import { elementsOf } from '../../markup'

/** As many statements as the product's list, and the elements of one of its pages. */
export default async function Page({ params }: { params: Promise<{ page: string }> }) {
  await Promise.all([cookies(), headers()])
  const { page } = await params
  await findPerson()
  await findPerson()
  await database.transaction(async (transaction) => {
    await enter(transaction)
    await listItems(transaction)
  })
  return elementsOf(page)
}
