'use client'

import { useActionState } from 'react'

import { updateNameAction } from './actions'

export default function Page() {
  const [state, act] = useActionState<Awaited<ReturnType<typeof updateNameAction>> | undefined, FormData>(
    (_, form) => updateNameAction(form),
    undefined,
  )
  return (
    <>
      <h1>Internal errors returned</h1>
      <p>Errors are returned as they are, with the SQL statement, its columns and its values.</p>
      <form action={act}>
        <label>
          Your name <input name="name" />
        </label>
        <button type="submit">Send</button>
      </form>
      <output>{state?.error}</output>
    </>
  )
}
