import { deleteUserAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No authentication</h1>
      <p>Only the page checks the session, and a call doesn't have to come from the page.</p>
      <form action={deleteUserAction}>
        <label>
          User ID <input name="userId" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
