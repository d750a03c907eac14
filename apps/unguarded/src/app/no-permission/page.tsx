import { createTaskAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No permission check</h1>
      <p>The caller is a member, but nothing checks whether members like them can create tasks.</p>
      <form action={createTaskAction}>
        <label>
          Organization <input name="organization" />
        </label>
        <label>
          Title <input name="title" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
