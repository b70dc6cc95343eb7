import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./install.mjs";

// A registry (a company's mirror, say) that lacks the packages of other platforms makes `npm install` leave them out of
// package-lock.json, and then `npm ci` refuses the file everywhere. This puts them back: node scripts/complete-lock-file.mjs

const processors = ["arm64", "x64", "ia32", "arm", "ppc64", "riscv64", "s390x", "loong64", "wasm32"];
const systems = ["android", "darwin", "freebsd", "netbsd", "openbsd", "openharmony", "sunos", "aix", "linux", "win32"];

/** The entries that a lock file lacks: each optional package that some package in it names and that is nowhere in it. */
export function missingEntries(lock) {
  const { packages } = lock;
  const missing = {};
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isFound(packages, place, name)) continue;
      const beside = `node_modules/${name}`;
      const clashes = (missing[beside]?.version ?? version) !== version;
      missing[clashes ? `${place}/${beside}` : beside] = describe(name, version, entry.dev === true);
    }
  }
  return missing;
}

function isFound(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

/** Names of such packages end in the platform they are for. */
function describe(name, version, dev) {
  const words = name.split(/[/_-]/);
  const cpu = processors.find((one) => words.includes(one));
  const os = systems.find((one) => words.includes(one));
  const libc = words.some((word) => word.startsWith("musl")) ? "musl" : os === "linux" && words.some((word) => word.startsWith("gnu")) ? "glibc" : undefined;
  return { version, ...(cpu && { cpu: [cpu] }), ...(dev && { dev }), ...(libc && { libc: [libc] }), optional: true, ...(os && { os: [os] }) };
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, "scripts", "complete-lock-file.mjs")) {
  const file = path.join(root, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingEntries(lock);
  lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...missing }).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} entries added.`);
}
