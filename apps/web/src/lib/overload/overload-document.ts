import { createHash } from 'node:crypto'

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 28rem; margin: 15vh auto 0; padding: 0 1.25rem }
h1 { font-size: 1.5rem }
`

/** For documents that no React renders. Their one style is allowed by its hash. */
export const overloadPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const texts = {
  503: {
    title: 'Busy, try again',
    text: 'Gatehouse is busy. Try again in a few seconds.',
  },
  429: {
    title: 'Too many requests',
    text: 'You opened many pages in a short time. Wait a minute, then try again.',
  },
}

export type OverloadStatus = keyof typeof texts

/**
 * A complete page without scripts, because an overloaded server can't afford to render one.
 * @param wasSent whether the visitor sent a form
 */
export function overloadDocument(status: OverloadStatus, wasSent = false): string {
  const { title, text } = texts[status]
  const saved = wasSent
    ? '<p>What you sent may be saved already. Check before you send it again.</p>'
    : '<p><a href="">Try again</a></p>'
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Gatehouse</title>
<style>${style}</style></head>
<body><main id="main"><h1>${title}</h1><p>${text}</p>${saved}</main></body>
</html>
`
}
