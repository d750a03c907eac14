/** Pixels. More than the server keeps, so it has something to scale down. */
const SIDE = 256

const QUALITY = 0.9

/**
 * Returns the middle of a picture as a small square, so any photo fits the form. Returns undefined if the browser can't
 * read it.
 */
export async function shrinkPicture(file: File): Promise<File | undefined> {
  try {
    const picture = await createImageBitmap(file)
    const side = Math.min(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = SIDE
    canvas.height = SIDE
    const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2]
    canvas.getContext('2d')?.drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE)
    picture.close()
    const blob = await encoded(canvas)
    return blob ? new File([blob], 'picture', { type: blob.type }) : undefined
  } catch {
    return undefined
  }
}

/** Browsers that can't write WebP write a PNG instead, which is too large for a photo. */
async function encoded(canvas: HTMLCanvasElement): Promise<Blob | null> {
  const as = (type: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY))
  const webp = await as('image/webp')
  return webp?.type === 'image/webp' ? webp : as('image/jpeg')
}
