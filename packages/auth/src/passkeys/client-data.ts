/** Whether the browser made the answer for another site's frame. */
export function isFramed(clientDataJson: string): boolean {
  const data: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'))
  return typeof data !== 'object' || data === null || ('crossOrigin' in data && data.crossOrigin !== false)
}
