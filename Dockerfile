FROM node:24-bookworm-slim AS build
WORKDIR /app
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
COPY patches patches
COPY tooling/typescript tooling/typescript
COPY packages packages
COPY apps/web apps/web
RUN pnpm install --prod --frozen-lockfile --filter-prod web... --filter-prod @kit/server... --filter .
# Part of the build: the browser's origin, and the key that every build and process shares.
ARG APP_URL
RUN --mount=type=secret,id=actions_key \
  if [ -f /run/secrets/actions_key ]; then export NEXT_SERVER_ACTIONS_ENCRYPTION_KEY_FILE=/run/secrets/actions_key; fi; \
  APP_URL="$APP_URL" BUILD_CACHE=off pnpm build:standalone

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build /app/apps/web/.next/standalone ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/server/src/start.mjs"]
