import { stepDownAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>A helper exported next to an action</h1>
      <p>Anyone can call what such a file exports, whether a page uses it or not.</p>
      <form action={stepDownAction}>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
