import type { MetadataRoute } from 'next'

/** Only public pages are indexed. Everything else needs a session. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: ['/$', '/sign-in$', '/sign-up$'], disallow: '/' } }
}
