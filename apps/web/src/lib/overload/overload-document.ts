import { createHash } from 'node:crypto'

import { shownValues } from '@/components/form/kept/shown-values'

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 28rem; margin: 15vh auto 2rem; padding: 0 1.25rem }
h1 { font-size: 1.5rem }
label { display: block; margin: 1rem 0; font-weight: 600 }
textarea { box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .5rem; font: inherit; font-weight: 400 }
`

/** For documents that React doesn't render. Their one style is allowed by its hash. */
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
  413: {
    title: 'Too large',
    text: 'A form can send up to 128 KB. Go back and choose a smaller file, or shorten the text.',
  },
  429: {
    title: 'Too many requests',
    text: 'You opened many pages in a short time. Wait a minute, then try again.',
  },
}

export type OverloadStatus = keyof typeof texts

/** What a form without JavaScript sent. */
export interface SentForm {
  /** False if no action has run. */
  mayBeSaved: boolean
  /** What was typed, without secrets. Only from our own pages. */
  typed?: Readonly<Record<string, string>> | undefined
}

/**
 * A complete page without scripts, because an overloaded server can't afford to render one. It repeats what was typed, and
 * reloading it sends the form again.
 */
export function overloadDocument(status: OverloadStatus, sent?: SentForm): string {
  const { title, text } = texts[status]
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Gatehouse</title>
<style>${style}</style></head>
<body><main id="main"><h1>${title}</h1><p>${text}</p>${sent ? answerTo(sent) : tryAgain}</main></body>
</html>
`
}

const tryAgain = '<p><a href="">Try again</a></p>'

function answerTo({ mayBeSaved, typed = {} }: SentForm): string {
  const fields = shownValues(typed)
  const saved = mayBeSaved
    ? 'What you sent may be saved already. Check in another tab before you send it again.'
    : 'Nothing was saved.'
  const again = fields.length > 0 ? ' To send it again, reload this page. This is what you typed:' : ''
  return `<p role="alert">${saved}${again}</p>${fields.map(field).join('')}`
}

function field({ label, value }: ReturnType<typeof shownValues>[number]): string {
  const rows = Math.min(value.split('\n').length + 1, 12)
  // The parser drops a newline at the start of a text area.
  return `<label>${escaped(label)}<textarea readonly dir="auto" rows="${rows}">\n${escaped(value)}</textarea></label>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
