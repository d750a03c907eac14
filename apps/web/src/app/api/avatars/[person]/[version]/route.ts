import { loadAvatar } from '@/features/avatars/loaders'

interface Context {
  params: Promise<{ person: string; version: string }>
}

/** The file is ours, made from pixels only, and still nothing in it may run. */
const pictureHeaders = {
  'Content-Type': 'image/webp',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
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
