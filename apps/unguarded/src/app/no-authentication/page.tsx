import { deleteTaskAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No authentication</h1>
      <p>Only the page checks the session, and a call doesn't have to come from the page.</p>
      <form action={deleteTaskAction}>
        <label>
          Task ID <input name="taskId" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
