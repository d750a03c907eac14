import localFont from 'next/font/local'

/**
 * The font. With `optional`, which the package's own export doesn't offer, a font that arrives late waits for the next
 * page: swapping it in would move what someone is already reading.
 */
export const geist = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
  display: 'optional',
})
