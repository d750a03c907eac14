/** Safe markup. Only `html` creates it, so plain text can't be mistaken for it. */
export class Html {
  constructor(readonly markup: string) {}
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

function toMarkup(value: string | Html | readonly Html[]): string {
  if (value instanceof Html) return value.markup
  return typeof value === 'string' ? escape(value) : value.map((part) => part.markup).join('')
}

/** A template tag: every value that is not itself `Html` is escaped. */
export function html(parts: TemplateStringsArray, ...values: (string | Html | readonly Html[])[]): Html {
  return new Html(String.raw({ raw: parts }, ...values.map(toMarkup)))
}

/** Links http(s) URLs in text. They open in a new tab without a referrer. */
export function linkify(text: string): Html {
  const parts = text.split(/(https?:\/\/[^\s<>"']+)/)
  const marked = parts.map((part, index) =>
    index % 2 === 1
      ? html`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>`
      : html`${part}`,
  )
  return html`${marked}`
}
