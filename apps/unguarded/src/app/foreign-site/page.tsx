import { deleteTaskAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>The wrong host trusted</h1>
      <p>The call must come from this site, but a header of the call decides which site this is.</p>
      <form action={deleteTaskAction}>
        <label>
          Task ID <input name="taskId" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
