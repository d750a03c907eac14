/** Tells password managers which account the form's password belongs to. It has no name, so it isn't sent. */
export function UsernameField({ email }: { email: string | undefined }) {
  return email ? <input type="text" autoComplete="username" value={email} readOnly hidden /> : null
}
