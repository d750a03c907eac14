import { updateImageAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No validation</h1>
      <p>The type says text. Nothing says how long it may be.</p>
      <form action={updateImageAction}>
        <label>
          Address of your picture <input name="image" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
