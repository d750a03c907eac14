import 'server-only'
import type { Sharp, SharpOptions } from 'sharp'
import { AVATAR_SIZE, MOST_AVATAR_BYTES } from '@kit/db/avatars/values'

/** A larger picture could fill the memory: its size is read from its header, before it is decoded. */
const MOST_PIXELS = 2048 * 2048

/** Seconds. */
const LONGEST_DECODING = 5

const options: SharpOptions = { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 }

/** WebP qualities, tried from best to smallest. */
const qualities = [82, 60, 30]

const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text

/** Whether the bytes begin like a PNG, a JPEG or a WebP. What the browser or the file's name says is ignored. */
function isKnownFormat(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, '\x89PNG\r\n\x1a\n') ||
    startsWith(bytes, '\xff\xd8\xff') ||
    (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8))
  )
}

/**
 * Returns the picture as a small square WebP without metadata, or undefined if it isn't a PNG, JPEG or WebP, is too large
 * or is damaged. Only the pixels of the file are kept.
 */
export async function encodeAvatar(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (!isKnownFormat(bytes)) return undefined
  const sharp = await loadSharp()
  for (const quality of qualities) {
    const image = await encoded(sharp(bytes, options), quality)
    if (!image || image.byteLength <= MOST_AVATAR_BYTES) return image
  }
  return undefined
}

async function encoded(picture: Sharp, quality: number): Promise<Uint8Array | undefined> {
  try {
    return await picture
      .autoOrient()
      .resize(AVATAR_SIZE, AVATAR_SIZE, { fit: 'cover' })
      .webp({ quality })
      .timeout({ seconds: LONGEST_DECODING })
      .toBuffer()
  } catch {
    // If this fails, the picture is invalid.
    return undefined
  }
}

/** Loaded with the first picture, because most processes never see one. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  // Uses one thread for one picture at a time, and keeps nothing in memory.
  sharp.concurrency(1)
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  })
  return sharp
}
