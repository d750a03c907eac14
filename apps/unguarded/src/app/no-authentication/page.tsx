import { deleteUserAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No authentication</h1>
      <p>Only the page asks who you are, and nobody has to come from the page.</p>
      <form action={deleteUserAction}>
        <label>
          Id of the user <input name="userId" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
