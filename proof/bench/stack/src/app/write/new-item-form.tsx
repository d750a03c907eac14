'use client'

import { useActionState } from 'react'

import { createItem } from '../../actions'

export function NewItemForm() {
  const [, create] = useActionState(createItem, {})
  return (
    <form action={create}>
      <input name="title" aria-label="Title" />
      <textarea name="description" aria-label="Description" />
      <button type="submit">Create</button>
    </form>
  )
}
