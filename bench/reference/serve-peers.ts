import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

const page = (body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>peer</title></head><body>${body}</body></html>`;

/** Each as its own documentation says to embed it, at its defaults. */
const pages: Record<string, string> = {
  "/redoc": page(`<redoc spec-url="/document.json"></redoc><script src="/modules/redoc/bundles/redoc.standalone.js"></script>`),
  "/scalar": page(`<div id="app"></div><script src="/modules/@scalar/api-reference/dist/browser/standalone.js"></script><script>Scalar.createApiReference("#app", { url: "/document.json" })</script>`),
  "/swagger": page(`<link rel="stylesheet" href="/modules/swagger-ui-dist/swagger-ui.css"><div id="swagger-ui"></div><script src="/modules/swagger-ui-dist/swagger-ui-bundle.js"></script><script>SwaggerUIBundle({ url: "/document.json", dom_id: "#swagger-ui", deepLinking: true })</script>`),
};

const types: Record<string, string> = { ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };

/** Serves the peers' pages, their own files from npm, and one document. */
export async function servePeers(document: string): Promise<{ url: string; stop(): void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const html = pages[pathname];
    if (html) return void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
    const file = pathname === "/document.json" ? document : path.join(modules, path.normalize(decodeURIComponent(pathname.replace(/^\/modules/, ""))));
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[path.extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`, stop: () => void server.close() };
}
