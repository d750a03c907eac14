import type { Person } from './person'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

const hidden = (name: string, value: string) =>
  `<input type="hidden" name="${name}" value="${escaped(value)}">`

function button({ subject, name, email }: Person): string {
  const fields =
    hidden('subject', subject) +
    hidden('name', name) +
    hidden('email', email) +
    hidden('email_verified', 'on')
  return `<form method="post">${fields}<button>${escaped(name)} <small>${escaped(email)}</small></button></form>`
}

const style = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 24rem; margin: 3rem auto; padding: 0 1rem }
button, input { font: inherit; padding: .6rem .8rem; min-height: 44px; width: 100%; box-sizing: border-box; margin: .25rem 0 }
input[type=checkbox] { width: auto; min-height: 0; margin-right: .5rem }
small { opacity: .7 } h2 { margin-top: 2rem; font-size: 1rem }`

/** The provider's sign-in page: choose a person or make one up. */
export function signInPage(realm: string, people: readonly Person[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Local provider</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><main><h1>Local provider</h1><p>A substitute for “${escaped(realm)}” on this machine. Choose who signs in.</p>
${people.map(button).join('\n')}
<h2>Someone else</h2><form method="post">
<label>Subject <input name="subject" required value="someone"></label>
<label>Name <input name="name" value="Someone Else"></label>
<label>Email <input name="email" type="email" required value="someone@example.test"></label>
<label><input type="checkbox" name="email_verified" checked>The email is verified</label>
<button>Sign in</button></form>
<h2>Or</h2><form method="post">${hidden('decline', '')}<button>Cancel</button></form>
</main></body></html>`
}
