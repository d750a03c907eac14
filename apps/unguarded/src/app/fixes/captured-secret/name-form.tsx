export function NameForm({ action }: { action: (form: FormData) => Promise<void> }) {
  return (
    <form action={action}>
      <label>
        Your name <input name="name" />
      </label>
      <button type="submit">Send</button>
    </form>
  )
}
