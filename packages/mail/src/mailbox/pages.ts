import { html, Html, linkify } from './html'
import type { MailMessage } from '../message'

/** ISO 8601 to `21 Mar 2026, 14:05:09 UTC`: the same on every machine. */
function formatTime(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return `${date.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })} UTC`
}

function listOf(messages: readonly MailMessage[], selected?: MailMessage): Html {
  if (messages.length === 0) {
    return html`<p class="empty">No messages yet. Email the app sends shows up here automatically.</p>`
  }
  const items = messages.map(
    (message) =>
      html`<li>
        <a
          href="/messages/${message.id}"
          ${new Html(message.id === selected?.id ? 'aria-current="page"' : '')}
        >
          <span class="subject">${message.subject}</span>
          <span class="to">${message.to}</span>
          <time datetime="${message.sentAt}">${formatTime(message.sentAt)}</time>
        </a>
      </li>`,
  )
  return html`<ul>
    ${items}
  </ul>`
}

function viewOf(message: MailMessage): Html {
  return html`<article>
    <a class="back" href="/">← All messages</a>
    <h2>${message.subject}</h2>
    <dl>
      <dt>From</dt>
      <dd>${message.from}</dd>
      <dt>To</dt>
      <dd>${message.to}</dd>
      <dt>Sent</dt>
      <dd><time datetime="${message.sentAt}">${formatTime(message.sentAt)}</time></dd>
    </dl>
    <div class="bodies">
      <iframe
        src="/messages/${message.id}/html"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        title="HTML message"
      ></iframe>
      <section aria-label="Plain text message">
        <h3>Plain text</h3>
        <pre>${linkify(message.text)}</pre>
      </section>
    </div>
  </article>`
}

/** The list with the selected message next to it. Narrow screens show one of them. */
export function mailboxPage(messages: readonly MailMessage[], selected?: MailMessage): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${selected ? `${selected.subject} · ` : ''}Mailbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/mailbox.css" />
        <script src="/mailbox.js" defer></script>
      </head>
      <body class="${selected ? 'reading' : 'listing'}" data-newest="${messages[0]?.id ?? ''}">
        <header>
          <h1>Mailbox</h1>
          <p>Email the app sent on this machine. Nothing was delivered.</p>
        </header>
        <main>
          <nav aria-label="Messages">${listOf(messages, selected)}</nav>
          ${selected ? viewOf(selected) : html`<p class="hint">Select a message to read it.</p>`}
        </main>
      </body>
    </html>`.markup
}

/** The message's HTML for the sandboxed frame. Links open in a new tab. */
export function framePage(message: MailMessage): string {
  const base = '<base target="_blank">'
  return message.html.includes('<head>')
    ? message.html.replace('<head>', `<head>${base}`)
    : base + message.html
}
