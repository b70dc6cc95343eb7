import boundaries from "eslint-plugin-boundaries";
import tseslint from "typescript-eslint";

const root = import.meta.dirname;

/** The parts of the product, the more exact folder first. */
const parts = ["app", "components", "db", "cli", "scripts", "e2e", "bench"];
const libraries = ["spec", "catalog", "search", "notify", "jobs", "parsing", "demo", "auth", "http", "api"];

/** What each part may import of the others; a part that is not named imports what it likes. */
const directions = {
  db: [],
  "lib/spec": [],
  "lib/base": ["db"],
  "lib/parsing": ["lib/spec", "lib/base"],
  "lib/search": ["db", "lib/base"],
  "lib/auth": ["db", "lib/base", "lib/http"],
  "lib/notify": ["db", "lib/base", "lib/jobs", "lib/auth", "lib/http", "lib/search", "lib/spec"],
  "lib/jobs": ["db", "lib/base"],
  "lib/catalog": ["lib/spec", "lib/parsing", "lib/search", "lib/auth", "lib/notify", "lib/jobs", "lib/base", "db"],
  "lib/demo": ["lib/catalog", "lib/spec", "lib/auth", "lib/jobs", "lib/base", "db"],
  "lib/http": ["lib/base"],
  "lib/api": ["lib/http", "lib/demo", "lib/auth", "lib/catalog", "lib/search", "lib/jobs", "lib/parsing", "lib/spec", "lib/base"],
  components: [],
  app: ["components", "lib/api", "lib/http", "lib/catalog", "lib/search", "lib/auth", "lib/jobs", "lib/spec", "lib/base", "lib/demo", "lib/notify", "lib/parsing"],
  cli: ["lib/spec"],
};

/** Types may cross where values may not: the tables name the shapes they keep, components what they show. */
const typesOnly = {
  db: ["lib/spec"],
  "lib/base": ["lib/spec"],
  "lib/search": ["lib/spec", "lib/auth"],
  "lib/auth": ["lib/spec"],
  "lib/notify": ["lib/spec", "lib/auth", "lib/catalog"],
  "lib/jobs": ["lib/spec"],
  components: libraries.map((name) => `lib/${name}`).concat("lib/base", "db"),
  app: ["db"],
  "lib/api": ["db"],
  cli: ["lib/api", "lib/http", "lib/catalog", "lib/base"],
};

/** Constants and functions without any effect, which the browser's code may have as well. */
const pure = ["lib/spec/**", "lib/catalog/urls/*.ts", "lib/search/facets.ts", "lib/catalog/*/*-words.ts"];

const to = (types) => ({ to: { element: { type: types } } });
const message = "{{from.element.type}} must not import {{to.element.type}}: the arrows of ARCHITECTURE.md point the other way.";

const policies = [
  ...Object.entries(directions).flatMap(([from, allowed]) => [
    { from: { element: { type: from } }, disallow: to("**"), message },
    { from: { element: { type: from } }, allow: to([from, ...allowed]) },
  ]),
  ...Object.entries(typesOnly).map(([from, allowed]) => ({ from: { element: { type: from } }, dependency: { kind: "type" }, allow: to(allowed) })),
  { from: { element: { type: "components" } }, allow: { to: { file: { categories: "pure" } } } },
];

export default tseslint.config(
  { ignores: ["**/node_modules/", ".next/", "dist/", ".intermesh/", "public/", "test-results/", "coverage/", "next-env.d.ts"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      // Browser tests have fixtures that use none of the others.
      "no-empty-pattern": "off",
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    // A test may reach for what its subject may not: a database, the whole product.
    ignores: ["**/*.{test,drill,e2e}.{ts,tsx}", "**/testing.ts", "**/testing/**", "**/{access,*.access}.ts"],
    plugins: { boundaries },
    settings: {
      "boundaries/root-path": root,
      "boundaries/dependency-nodes": ["import", "export", "dynamic-import"],
      "boundaries/elements": [
        ...libraries.map((name) => ({ type: `lib/${name}`, pattern: `lib/${name}`, partialMatch: false })),
        ...parts.map((name) => ({ type: name, pattern: name, partialMatch: false })),
        { type: "lib/base", pattern: "lib", partialMatch: false },
      ],
      "boundaries/files": [{ category: "pure", pattern: pure }],
      "import/resolver": { typescript: { project: `${root}/tsconfig.json` } },
    },
    rules: { "boundaries/dependencies": ["error", { default: "allow", policies }] },
  },
  {
    files: ["app/**", "components/**", "lib/**", "db/**"],
    ignores: ["**/*.test.{ts,tsx}"],
    rules: { "no-console": "error" },
  },
);
