import type { ReactElement } from 'react'

/**
 * Turns a template into the two bodies of a message. The renderer is loaded with the first message, because most
 * requests send none and it is heavy.
 */
export async function renderTemplate(template: ReactElement): Promise<{ html: string; text: string }> {
  const { render, toPlainText } = await import('@react-email/components')
  const html = await render(template)
  const text = toPlainText(html, { selectors: [{ selector: 'h1', options: { uppercase: false } }] })
  return { html, text }
}
