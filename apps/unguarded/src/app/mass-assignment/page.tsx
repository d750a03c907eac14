import { updateProfileAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>Mass assignment</h1>
      <p>Every field of the form is a column, the ones that the form does not have among them.</p>
      <form action={updateProfileAction}>
        <label>
          Your name <input name="name" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
