import { updateNameAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>The action in a separate file</h1>
      <p>The action reads what it needs on the server, so the page sends nothing but the form.</p>
      <form action={updateNameAction}>
        <label>
          Your name <input name="name" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
