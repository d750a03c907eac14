/** The page of an address inside an organization, among pages such as `roles`, `roles/new` and `roles/[id]`. */
export function pageOf(pathname: string, pages: readonly string[]): string | undefined {
  const [, , first = '', second] = pathname.split('/')
  const names = [second === undefined ? first : `${first}/${second}`, `${first}/[id]`, first]
  return names.find((name) => pages.includes(name))
}
