import { deleteTaskAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No ownership check</h1>
      <p>The caller is signed in, but nothing checks whether the task is theirs.</p>
      <form action={deleteTaskAction}>
        <label>
          Task ID <input name="taskId" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
