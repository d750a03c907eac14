import { loadAvatar } from '@/features/avatars/loaders'

interface Context {
  params: Promise<{ person: string; version: string }>
}

/** `proxy.ts` adds the security headers, so nothing in the picture runs and no other site can show it. */
const pictureHeaders = {
  'Content-Type': 'image/webp',
  // A new picture gets a new URL. `Vary` makes the next user of the same browser request it again.
  'Cache-Control': 'private, max-age=86400, immutable',
  Vary: 'Cookie',
}

// action-audit-waive open-endpoint: The session decides what is returned. The only write notes when that session was last used.
/** A person's picture, for people who may see the person. Anyone else gets 404, as for a missing picture. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { person, version } = await params
  const image = await loadAvatar({ person, version })
  if (!image) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return new Response(new Uint8Array(image), { headers: pictureHeaders })
}
