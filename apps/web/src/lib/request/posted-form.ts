/** Maximum bytes of a form, as for actions. Next refuses longer ones. */
const LONGEST_FORM = 128 * 1024

/** Reads a form that a browser without JavaScript posted. Undefined for anything else, and if it is too long. */
export async function postedForm({
  method,
  headers,
  body,
}: Pick<Request, 'method' | 'headers' | 'body'>): Promise<FormData | undefined> {
  const type = headers.get('content-type')
  if (method !== 'POST' || headers.has('next-action')) return undefined
  if (!type?.startsWith('multipart/form-data') || !body) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > LONGEST_FORM) return undefined
    chunks.push(chunk)
  }
  const whole = new Response(Buffer.concat(chunks), { headers: { 'content-type': type } })
  return whole.formData().catch(() => undefined)
}
