import type { NextConfig } from 'next'

const isDevelopment = process.env.NODE_ENV === 'development'

const config: NextConfig = {
  images: { unoptimized: true },
  transpilePackages: ['@kit/auth', '@kit/captcha', '@kit/db', '@kit/env', '@kit/log', '@kit/mail'],
  serverExternalPackages: [
    '@node-rs/argon2',
    '@opentelemetry/api',
    '@react-email/render',
    'altcha-lib',
    'better-auth',
    'drizzle-orm',
    'nodemailer',
    'pino',
    'postgres',
    'zod',
  ],
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  experimental: {
    authInterrupts: true,
    turbopackSourceMaps: isDevelopment,
    turbopackInputSourceMaps: false,
  },
}

export default config
