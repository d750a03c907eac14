import type { NextConfig } from 'next'

import { buildsStandalone, keepsBuildCache } from '@kit/env/build-output'
import { publicHost } from '@kit/env/public-host'

import { staticHeaders } from '@/lib/request/security-headers'

const host = publicHost()
const isDevelopment = process.env.NODE_ENV === 'development'

const config: NextConfig = {
  ...(buildsStandalone() && { output: 'standalone' as const }),
  poweredByHeader: false,
  reactStrictMode: true,
  // Next's development badge; on the left it would cover the user menu.
  devIndicators: { position: 'bottom-right' },
  // The image optimizer is a service that anyone can call, so it is off.
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
    '@kit/telemetry',
  ],
  // Read from `node_modules` when the server runs. Bundling them would only make builds and the first page of `pnpm dev`
  // slower: proxy, instrumentation and pages each get their own bundle.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@opentelemetry/api',
    '@opentelemetry/exporter-metrics-otlp-http',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-metrics',
    '@opentelemetry/sdk-trace-node',
    '@react-email/render',
    '@simplewebauthn/server',
    '@upstash/ratelimit',
    '@upstash/redis',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    'altcha-lib',
    'better-auth',
    'bowser',
    'drizzle-orm',
    'ioredis',
    'nodemailer',
    'openid-client',
    'otpauth',
    'pino',
    'postgres',
    'sharp',
    'zod',
  ],
  // `pnpm typecheck` does this for the whole repository.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  // The lab reads these files at runtime.
  outputFileTracingIncludes: { '/lab/**': ['./lab-data/**/*.json'] },
  experimental: {
    authInterrupts: true,
    // Nothing reads the source maps of a production build, and making them takes time.
    turbopackSourceMaps: isDevelopment,
    // Those of packages, which nobody debugs here.
    turbopackInputSourceMaps: false,
    turbopackFileSystemCacheForBuild: keepsBuildCache(),
    // The longest form has a few thousand characters. Next decodes input before our checks run, so the limit is low.
    serverActions: {
      bodySizeLimit: '128kb',
      // Next compares Origin with Host, which a proxy may have rewritten, so the public host comes from the settings.
      // The gate checks the origin again.
      ...(host && { allowedOrigins: [host] }),
    },
  },
  // `proxy.ts` sets the headers of pages; these files bypass it.
  headers: async () => [{ source: '/_next/static/:path*', headers: staticHeaders }],
}

export default config
