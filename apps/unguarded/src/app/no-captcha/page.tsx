'use client'

import { sendMessageAction } from './actions'

export default function Page() {
  return (
    <>
      <h1>No captcha</h1>
      <p>Each call sends an email, and nothing tells a person from a script.</p>
      <form
        action={async (form) => {
          await sendMessageAction(form)
        }}
      >
        <label>
          Your email <input name="email" />
        </label>
        <label>
          Message <input name="message" />
        </label>
        <button type="submit">Send</button>
      </form>
    </>
  )
}
