import { updateProfileAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>Mass assignment</h1>
      <p>Every field that is sent becomes a column, even fields that the form doesn't have.</p>
      <form action={updateProfileAction}>
        <label>
          Your name <input name="name" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
