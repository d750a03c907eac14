import { createTaskAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>Ids that are believed</h1>
      <p>Who creates the task, and where, is what the call says.</p>
      <form action={createTaskAction}>
        <label>
          Title <input name="title" />
        </label>
        <label>
          Id of the organization <input name="organizationId" />
        </label>
        <label>
          Id of the creator <input name="createdBy" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
