import type { MetadataRoute } from 'next'

/** Only the public pages are worth finding; everything else needs a session. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: ['/$', '/sign-in$', '/sign-up$'], disallow: '/' } }
}
