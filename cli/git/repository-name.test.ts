import { expect, it } from "vitest";
import { repositoryName } from "./repository-name.ts";

it.each([
  ["https://github.com/acme/orders.git", "https://github.com/acme/orders"],
  ["https://user:secret@github.com/acme/orders", "https://github.com/acme/orders"],
  ["git@github.com:acme/orders.git", "https://github.com/acme/orders"],
  ["ssh://git@github.com:22/acme/orders.git/", "https://github.com/acme/orders"],
  ["http://git.local:3000/acme/orders.git", "http://git.local:3000/acme/orders"],
  ["file:///srv/git/orders.git", "file:///srv/git/orders"],
])("knows %s as %s", (address, name) => {
  expect(repositoryName(address)).toBe(name);
});
