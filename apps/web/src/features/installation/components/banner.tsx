import { currentInstallation } from '../loaders'

/** Says on every page what the super-admins want everyone to know, such as planned maintenance. */
export function Banner() {
  const { banner: text } = currentInstallation()
  if (text === '') return null
  return (
    <aside
      aria-label="Announcement"
      dir="auto"
      className="border-b border-warning/35 bg-warning/8 px-4 py-2 text-center text-sm wrap-anywhere text-foreground"
    >
      {text}
    </aside>
  )
}
