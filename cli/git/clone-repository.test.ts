import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { cloneRepository } from "./clone-repository.ts";
import { findCheckout } from "./find-checkout.ts";
import { runGit } from "./run-git.ts";

async function repository(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "intermesh-git-"));
  await runGit(["init", "--quiet", "--initial-branch=main"], folder);
  await writeFile(path.join(folder, "api.yaml"), "openapi: 3.1.0\n");
  await runGit(["add", "."], folder);
  await runGit(["-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "--quiet", "--message=first"], folder);
  return folder;
}

it("brings the files of a repository, knows its commit, and removes them again", async () => {
  const origin = await repository();
  const { folder, remove } = await cloneRepository(`file://${origin}`, "main");
  expect(await readFile(path.join(folder, "api.yaml"), "utf8")).toBe("openapi: 3.1.0\n");
  expect(await findCheckout(folder)).toMatchObject({ repository: `file://${origin}`, ref: "main", commit: expect.stringMatching(/^[\da-f]{40}$/) });
  await remove();
  await expect(readdir(folder)).rejects.toThrow("ENOENT");
});

it("runs nothing that an address or a ref could ask for", async () => {
  for (const address of ["ext::sh -c touch% /tmp/owned", "--upload-pack=touch /tmp/owned", "/etc", "https://-oProxyCommand=x", "git://example.com/x"]) {
    await expect(cloneRepository(address, undefined)).rejects.toThrow("is not the address of a repository");
  }
  await expect(cloneRepository(`file://${await repository()}`, "--upload-pack=x")).rejects.toThrow("is not a branch or tag");
});

it("says what git said", async () => {
  await expect(cloneRepository("file:///nowhere/at/all", undefined)).rejects.toThrow(/cannot be cloned: .*(not exist|not found|not appear)/);
});
