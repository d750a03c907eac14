import type { ReactElement } from 'react'

/** Renders the HTML and text bodies. The renderer is loaded on first use because it is heavy. */
export async function renderTemplate(template: ReactElement): Promise<{ html: string; text: string }> {
  const { render, toPlainText } = await import('@react-email/render')
  const html = await render(template)
  const text = toPlainText(html, { selectors: [{ selector: 'h1', options: { uppercase: false } }] })
  return { html, text }
}
