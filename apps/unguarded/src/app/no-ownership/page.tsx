import { deleteTaskAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No ownership check</h1>
      <p>Somebody is signed in. Whether the task is theirs, nobody asks.</p>
      <form action={deleteTaskAction}>
        <label>
          Id of the task <input name="taskId" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
