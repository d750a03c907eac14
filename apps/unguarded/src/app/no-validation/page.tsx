import { updateNameAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No validation</h1>
      <p>The type says string, but nothing checks it or limits its length.</p>
      <form action={updateNameAction}>
        <label>
          Your name <input name="name" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
