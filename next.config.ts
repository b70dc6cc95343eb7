import type { NextConfig } from "next";
import { dataPolicy, securityHeaders } from "./lib/auth/security-headers.ts";

const listed = (headers: Record<string, string>) => Object.entries(headers).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `npm run typecheck` judges types, for tests as for pages; `npm start` need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // A document published by a plain form, without scripts; pages cut longer bodies off anyway.
  experimental: { serverActions: { bodySizeLimit: "10mb" } },
  // `proxy.ts` adds the policy of each page; the REST interface brings its own headers.
  headers: async () => [
    { source: "/((?!api/v1/).*)", headers: listed(securityHeaders) },
    { source: "/api/auth/:path*", headers: listed({ "content-security-policy": dataPolicy }) },
  ],
  // Parsers and drivers run as they are in Node; bundling them costs start-up time and breaks worker threads.
  serverExternalPackages: ["pg", "pg-boss", "pino", "@asyncapi/parser", "@apidevtools/swagger-parser", "yauzl", "prom-client", "undici"],
};

export default config;
