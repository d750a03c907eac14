import { signInAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No rate limit</h1>
      <p>The password is checked, as often as anybody likes.</p>
      <form action={signInAction}>
        <label>
          E-mail <input name="email" />
        </label>
        <label>
          Password <input name="password" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
