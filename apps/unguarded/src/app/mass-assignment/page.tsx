import { updateProfileAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>Trusting TypeScript types</h1>
      <p>
        The type has one field, but types don't exist at runtime: every field that is sent becomes a column.
      </p>
      <form action={updateProfileAction}>
        <label>
          Your name <input name="name" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
