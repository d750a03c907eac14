import { completeTaskAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No membership check</h1>
      <p>The organization comes from the call, but nothing checks whether the caller is a member of it.</p>
      <form action={completeTaskAction}>
        <label>
          Organization <input name="organization" />
        </label>
        <label>
          Task ID <input name="taskId" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
