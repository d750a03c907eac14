/** The declared page for a path, such as `roles`, `roles/new` or `roles/[id]`. */
export function pageOf(pathname: string, pages: readonly string[]): string | undefined {
  const [, , first = '', second] = pathname.split('/')
  const names = [second === undefined ? first : `${first}/${second}`, `${first}/[id]`, first]
  return names.find((name) => pages.includes(name))
}
