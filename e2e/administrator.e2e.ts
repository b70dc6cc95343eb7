import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "./test.ts";

const execute = promisify(execFile);
const main = path.resolve("cli/main.ts");

// One person's way, in order: the link can be used once.
test("the first administrator signs in and out, makes a token, uses it from the command line and ends it", async ({ page, server, unique }) => {
  const link = process.env["INTERMESH_E2E_SETUP_URL"] ?? "";
  test.skip(link === "", "the server that runs has its administrator already");
  const password = "correct horse battery";

  await page.goto(link);
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create administrator" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "At least 12 characters." })).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Ada");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create administrator" }).click();
  await expect(page.getByRole("button", { name: "Ada" })).toBeVisible();

  await page.goto(link);
  await expect(page.getByText("This link does not hold")).toBeVisible();

  await page.goto("/");
  await page.getByRole("button", { name: "Ada" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();

  await page.goto("/settings/tokens");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The e-mail address or the password is not right.")).toBeVisible();
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Tokens" })).toBeVisible();

  const name = unique("pipeline");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("checkbox", { name: "publish" }).check();
  await page.getByRole("button", { name: "Make token" }).click();
  const token = (await page.getByTestId("token-secret").textContent()) ?? "";
  await expect(page.getByRole("row", { name })).toBeVisible();

  const published = await publish(server.url, token, unique("Published by token"));
  expect(published).toMatchObject({ code: 0, out: expect.stringContaining("published as") });

  const question = page.getByRole("dialog", { name: `Revoke ${name}?` });
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await question.getByRole("button", { name: "Keep it" }).click();
  await expect(question).toBeHidden();
  expect(await publish(server.url, token, unique("Still published"))).toMatchObject({ code: 0 });
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await question.getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(page.getByRole("row", { name })).toBeHidden();
  expect(await publish(server.url, token, unique("Refused"))).toMatchObject({ code: 2, err: expect.stringContaining("was revoked") });
});

test("someone who is not signed in is asked to, and comes back", async ({ page }) => {
  await page.goto("/settings/tokens");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Ftokens$/);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

async function publish(url: string, token: string, title: string): Promise<{ code: number; out: string; err: string }> {
  const cwd = await mkdtemp(path.join(tmpdir(), "intermesh-journey-"));
  await writeFile(path.join(cwd, "api.yaml"), `openapi: 3.1.0\ninfo:\n  title: ${title}\n  version: "1"\npaths: {}\n`);
  const env = { ...process.env, INTERMESH_URL: url, INTERMESH_TOKEN: token };
  return execute(process.execPath, [main, "publish", "api.yaml"], { cwd, env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, out: error.stdout, err: error.stderr }),
  );
}
