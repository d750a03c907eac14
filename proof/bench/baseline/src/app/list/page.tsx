import { connection } from 'next/server'

import { sql } from '../../database'

/** One select, ten list items. */
export default async function ListPage() {
  await connection()
  const items = await sql<{ id: string; title: string }[]>`
    SELECT id, title FROM item WHERE listed ORDER BY id LIMIT 10`
  return (
    <ul>
      {items.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  )
}
