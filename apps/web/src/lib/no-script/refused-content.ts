const texts: Readonly<Record<number, { title: string; text: string }>> = {
  401: { title: 'Sign in to continue', text: 'You need to sign in to open this page.' },
  403: { title: "You don't have access", text: 'Ask an owner or admin of the organization for access.' },
  404: {
    title: 'Page not found',
    text: "This page doesn't exist, or it belongs to an organization you're not a member of.",
  },
  500: {
    title: 'Something went wrong',
    text: 'Your saved work is safe. Reload the page, and contact us if it keeps happening.',
  },
}

/**
 * What a browser without JavaScript shows for a refused page.
 * @param path path and query of the page, to return to after signing in
 * @returns undefined for any other status
 */
export function refusedContent(status: number, path: string): string | undefined {
  const found = texts[status]
  if (!found) return undefined
  const link =
    status === 401
      ? `<a href="/sign-in?next=${encodeURIComponent(path)}">Sign in</a>`
      : '<a href="/organizations">Your organizations</a>'
  return `<noscript><main><p>${status}</p><h1>${found.title}</h1><p>${found.text}</p><p>${link}</p></main></noscript>`
}
