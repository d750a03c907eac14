import { acceptTransferAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>Two mistakes combined</h1>
      <p>A helper tells the code to anyone, and the action doesn't check whose code it is.</p>
      <form action={acceptTransferAction}>
        <label>
          Organization <input name="organization" />
        </label>
        <label>
          Code <input name="code" />
        </label>
        <button type="submit">Accept</button>
      </form>
    </>
  )
}
