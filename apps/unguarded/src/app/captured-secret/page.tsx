/** A fake server-only key. */
const readApiKey = () => `live-key-${'0123456789abcdef'.repeat(2)}`

export default function Page() {
  const apiKey = readApiKey()
  return (
    <>
      <h1>A secret captured by a closure</h1>
      <p>
        The action uses a variable of the page, so every visitor receives it, encrypted with the build's key.
      </p>
      <form
        action={async () => {
          'use server'
          await fetch('http://127.0.0.1:9/', { headers: { authorization: apiKey } }).catch(() => null)
        }}
      >
        <button type="submit">Send</button>
      </form>
    </>
  )
}
