const MOST = 8
const line = /^([A-Za-z][A-Za-z0-9-]{0,39}):[ \t]*([\x20-\x7E]{0,1000})$/

/** Headers that say who is calling, what is called, or where the request ends. The form has its own fields for them. */
const reserved =
  /^(?:connection|content-length|content-type|cookie|expect|host|keep-alive|next-action|origin|proxy-.*|te|trailer|transfer-encoding|upgrade|x-attack|x-start-unguarded)$/i

/** Reads one header per line. Returns them, or what is wrong. */
export function parseHeaders(text: string): { headers: Record<string, string> } | { fault: string } {
  const lines = text.split(/\r?\n/).filter((each) => each.trim() !== '')
  if (lines.length > MOST) return { fault: `Enter at most ${MOST} headers.` }
  const headers: Record<string, string> = {}
  for (const each of lines) {
    const [, name, value = ''] = line.exec(each) ?? []
    if (name === undefined) return { fault: 'Enter one header per line, such as "Accept: text/html".' }
    if (reserved.test(name)) return { fault: `You can't set ${name} here.` }
    headers[name] = value
  }
  return { headers }
}
