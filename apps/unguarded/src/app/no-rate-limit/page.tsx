import { signInAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No rate limit</h1>
      <p>The password is checked, but attempts are unlimited.</p>
      <form action={signInAction}>
        <label>
          Email <input name="email" />
        </label>
        <label>
          Password <input name="password" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
