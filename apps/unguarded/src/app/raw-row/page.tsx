'use client'

import { useActionState } from 'react'

import { findPersonAction } from './actions'

export default function Page() {
  const [found, act] = useActionState<Awaited<ReturnType<typeof findPersonAction>>, FormData>(
    (_, form) => findPersonAction(form),
    undefined,
  )
  return (
    <>
      <h1>Whole rows returned</h1>
      <p>The page shows a name, but the action returns every column.</p>
      <form action={act}>
        <label>
          Email <input name="email" />
        </label>
        <button type="submit">Find</button>
      </form>
      <output>{found?.user.name}</output>
    </>
  )
}
