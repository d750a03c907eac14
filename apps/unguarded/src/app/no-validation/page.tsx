import { updateImageAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No validation</h1>
      <p>The type says string, but nothing checks it or limits its length.</p>
      <form action={updateImageAction}>
        <label>
          Image URL <input name="image" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
