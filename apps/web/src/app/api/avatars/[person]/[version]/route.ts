import { loadAvatar } from '@/features/avatars/loaders'

interface Context {
  params: Promise<{ person: string; version: string }>
}

/** `proxy.ts` adds the headers of every response, so nothing in it runs and no other site can show it. */
const pictureHeaders = {
  'Content-Type': 'image/webp',
  // The URL changes with the picture. Someone else in the same browser asks again.
  'Cache-Control': 'private, max-age=86400, immutable',
  Vary: 'Cookie',
}

// action-audit-waive open-endpoint: The session decides what is returned. The only write notes when that session was last used.
/** A person's picture, for people who may see the person. For anyone else there is none. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { person, version } = await params
  const image = await loadAvatar({ person, version })
  if (!image) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return new Response(new Uint8Array(image), { headers: pictureHeaders })
}
