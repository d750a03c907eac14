import { changeRoleAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No role check</h1>
      <p>The caller is a member, but nothing compares their role with the one they give.</p>
      <form action={changeRoleAction}>
        <label>
          Organization <input name="organization" />
        </label>
        <label>
          Member ID <input name="memberId" />
        </label>
        <label>
          Role <input name="role" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
