'use client'

import { useActionState } from 'react'

import { searchTasksAction } from './actions'

const none: string[] = []

export default function Page() {
  const [titles, act] = useActionState<string[], FormData>((_, form) => searchTasksAction(form), none)
  return (
    <>
      <h1>SQL built from text</h1>
      <p>The search text becomes part of the statement.</p>
      <form action={act}>
        <label>
          Organization <input name="organization" />
        </label>
        <label>
          Text <input name="text" />
        </label>
        <button type="submit">Search</button>
      </form>
      <output>{titles.join(', ')}</output>
    </>
  )
}
