import type { NextConfig } from 'next'

import { publicHost } from '@kit/env/public-host'

import { staticHeaders } from '@/lib/request/security-headers'

const host = publicHost()

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Development's badge; at the left it covers the user menu.
  devIndicators: { position: 'bottom-right' },
  // No image is optimized on the fly: the optimizer is a service that anyone may call.
  images: { unoptimized: true },
  // Packages are TypeScript source; there is no build step between them.
  transpilePackages: [
    '@kit/action-middleware',
    '@kit/auth',
    '@kit/captcha',
    '@kit/db',
    '@kit/env',
    '@kit/jobs',
    '@kit/log',
    '@kit/mail',
    '@kit/rate-limit',
  ],
  serverExternalPackages: ['@node-rs/argon2', 'ioredis', 'nodemailer', 'pino', 'postgres'],
  // `pnpm typecheck` does this for the whole repository.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  // The lab reads them when it is asked for.
  outputFileTracingIncludes: { '/lab/**': ['./lab-data/**/*.json'] },
  experimental: {
    authInterrupts: true,
    // The longest form has a few thousand characters; decoding runs before any check of ours, so the door is kept narrow.
    serverActions: {
      bodySizeLimit: '128kb',
      // Next compares Origin with the Host that arrives, which a proxy may have rewritten. What is public is told by the
      // settings; whatever Next lets through is judged by them again, in the gate.
      ...(host && { allowedOrigins: [host] }),
    },
  },
  // The proxy sets the headers of pages; these are the files that it does not see.
  headers: async () => [{ source: '/_next/static/:path*', headers: staticHeaders }],
}

export default config
