import sharp from 'sharp'
import { expect, it } from 'vitest'
import { AVATAR_SIZE, MOST_AVATAR_BYTES } from '@kit/db/avatars/values'
import { blackPng } from '../testing/png'
import { encodeAvatar } from './encode-avatar'

const create = { width: 400, height: 300, channels: 3, background: '#3a7' } as const
const picture = () => sharp({ create })

it.each(['png', 'jpeg', 'webp'] as const)(
  'makes a small square WebP of a %s, without its metadata',
  async (format) => {
    const file = await picture()
      .withExif({ IFD0: { Copyright: 'secret-place' } })
      .toFormat(format)
      .toBuffer()
    const image = await encodeAvatar(file)
    const { width, height, format: made, exif } = await sharp(image).metadata()
    expect([width, height, made, exif]).toEqual([AVATAR_SIZE, AVATAR_SIZE, 'webp', undefined])
    expect(Buffer.from(image ?? []).includes('secret-place')).toBe(false)
  },
)

it('rotates a photo the way its camera was held', async () => {
  const left = await sharp({ create: { ...create, width: 200, background: '#fff' } })
    .png()
    .toBuffer()
  const photo = picture()
    .composite([{ input: left, left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
  const { data } = await sharp(await encodeAvatar(await photo.jpeg().toBuffer()))
    .raw()
    .toBuffer({ resolveWithObject: true })
  // What was on the left is now on top.
  expect(data[0]).toBeGreaterThan(240)
  expect(data.at(-3)).toBeLessThan(120)
})

it('stays within its bytes, even for noise', async () => {
  const noise = { ...create, noise: { type: 'gaussian', mean: 128, sigma: 120 } } as const
  const image = await encodeAvatar(await sharp({ create: noise }).png().toBuffer())
  expect(image?.byteLength).toBeLessThanOrEqual(MOST_AVATAR_BYTES)
})

it.each(['gif', 'tiff'] as const)('refuses a %s', async (format) => {
  expect(await encodeAvatar(await picture().toFormat(format).toBuffer())).toBeUndefined()
})

it('refuses what only claims to be a picture, and damaged pictures', async () => {
  const png = await picture().png().toBuffer()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const claims = [
    '',
    svg,
    `\x89PNG\r\n\x1a\n${svg}`,
    `\xff\xd8\xff${svg}`,
    `RIFF....WEBP${svg}`,
    '%PDF-1.7',
    'GIF89a',
  ]
  const files = [...claims.map((text) => Buffer.from(text, 'latin1')), png.subarray(0, png.length / 2)]
  const made = await Promise.all(files.map((file) => encodeAvatar(file)))
  expect(made).toEqual(files.map(() => undefined))
})

it('keeps nothing of a file that is also something else', async () => {
  const html = '<script>alert(document.domain)</script>'
  const image = await encodeAvatar(Buffer.concat([await picture().png().toBuffer(), Buffer.from(html)]))
  expect(image).toBeDefined()
  expect(Buffer.from(image ?? []).includes('script')).toBe(false)
})

it('refuses a picture whose few bytes would fill the memory, before decoding it', async () => {
  const file = blackPng(20_000)
  expect(file.length).toBeLessThan(110 * 1024)
  const before = process.memoryUsage().rss
  expect(await encodeAvatar(file)).toBeUndefined()
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 ** 2)
})
