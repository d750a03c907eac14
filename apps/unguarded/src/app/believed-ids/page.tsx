import { createTaskAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>Trusting IDs from the client</h1>
      <p>The call decides who creates the task, and in which organization.</p>
      <form action={createTaskAction}>
        <label>
          Title <input name="title" />
        </label>
        <label>
          Organization ID <input name="organizationId" />
        </label>
        <label>
          Creator ID <input name="createdBy" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
