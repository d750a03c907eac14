import { stepDownAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>A helper exported beside an action</h1>
      <p>What is exported from such a file can be called by anybody, whether a page uses it or not.</p>
      <form action={stepDownAction}>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
