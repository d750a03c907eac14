/** Reads the first form of a page that has all typed fields, as a browser without JavaScript posts it. */
export function formIn(html: string, typed: Record<string, string>): FormData {
  const hasFields = (text: string) => Object.keys(typed).every((name) => text.includes(`name="${name}"`))
  const form = [...html.matchAll(/<form.*?<\/form>/gs)].find(([text]) => hasFields(text))?.[0] ?? ''
  const fields = new FormData()
  for (const [tag] of form.matchAll(/<(?:input|textarea)\b[^>]*>/g)) {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1]
    if (name) fields.append(name, typed[name] ?? plain(/\svalue="([^"]*)"/.exec(tag)?.[1] ?? ''))
  }
  return fields
}

function plain(attribute: string): string {
  return attribute.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}
