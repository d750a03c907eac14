'use server'

import { sql } from './database'

/** One insert and no checks. */
export async function createItem(_previous: object, form: FormData) {
  const [created] = await sql<{ id: string }[]>`
    INSERT INTO item (title, description)
    VALUES (${String(form.get('title'))}, ${String(form.get('description'))}) RETURNING id`
  return { itemId: created?.id }
}
