/** A fake server-only key. */
export const readApiKey = () => `live-key-${'0123456789abcdef'.repeat(2)}`

/** A fake call to another server. */
export async function tellOtherServer(apiKey: string): Promise<void> {
  await fetch('http://127.0.0.1:9/', { headers: { authorization: apiKey } }).catch(() => null)
}
