import { expect, test } from "./test.ts";

// A server that is tested twice knows the titles of the first time.
const run = Date.now().toString(36);

const document = (title: string, word: string) => `openapi: 3.1.0
info:
  title: ${title}
  version: 1.0.0
paths:
  /lanterns/{lanternId}/rentals:
    post:
      summary: Rent a ${word} by the evening
      operationId: rentLantern
      parameters:
        - name: lanternId
          in: path
          required: true
          schema: { type: string }
      requestBody:
        required: true
      responses:
        "201":
          description: Rented
`;

// Whoever opens the page for the first time: nothing but what it says helps.
test("a document with an error is mended by what the page says, published, found in spite of a typo, and opened", async ({ page, context, server, unique }) => {
  const title = `${unique("Lantern rental")} ${run}`;
  // A word of its own, so that no other journey's document answers; the search is for it with two letters swapped.
  const word = `lantern${unique("z").replace(/[^a-z]/g, "")}`;
  await context.setExtraHTTPHeaders({ authorization: `Bearer ${server.token}` });
  await page.goto("/");
  await page.getByRole("link", { name: "Publish" }).first().click();
  await expect(page.getByRole("heading", { name: "Publish", level: 1 })).toBeVisible();

  const editor = page.getByRole("textbox", { name: "Document" });
  await editor.fill(document(title, word));
  const findings = page.getByRole("region", { name: "Findings" });
  await expect(findings).toContainText("requestBody needs content");
  await expect(findings).toContainText("Add a media type, for example application/json");
  await expect(page.getByText("Breaks its specification: 1 error.")).toBeVisible();

  // The finding leads to its line, and stands below it too.
  await findings.getByRole("button", { name: "Line 15, column 7" }).click();
  await expect(editor).toBeFocused();
  await expect(editor).toContainText("Add a media type, for example");
  await page.keyboard.press("End");
  await page.keyboard.insertText("\n        content:\n          application/json:\n            schema: { type: object, properties: { evening: { type: string, format: date } } }");
  await expect(page.getByText("Valid.")).toBeVisible();
  await expect(findings).toBeHidden();
  await expect(page.getByText("Becomes a new interface")).toBeVisible();

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText(`Version 1 of ${title} is published.`)).toBeVisible();

  const typo = `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`;
  const result = page.getByRole("main").getByRole("link", { name: /lanterns.*rentals/ }).first();
  await expect(async () => {
    await page.goto(`/search?q=${typo}`);
    await expect(result).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
  await result.click();

  await expect(page.getByRole("heading", { name: `Rent a ${word} by the evening` })).toBeVisible();
  await expect(page.getByRole("article")).toContainText("evening");
  await expect(page).toHaveURL(/\/operations\/POST~lanterns~\*~rentals$/);
});

test("publishing the same text again changes nothing, and a like title asks which interface is meant", async ({ page, context, server, unique }) => {
  const title = `${unique("Twice told")} ${run}`;
  const text = document(title, "lantern").replace("      requestBody:\n        required: true\n", "");
  await context.setExtraHTTPHeaders({ authorization: `Bearer ${server.token}` });
  const publish = async (body: string) => {
    await page.goto("/publish");
    await page.getByRole("textbox", { name: "Document" }).fill(body);
  };
  await publish(text);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText(`Version 1 of ${title} is published.`)).toBeVisible();

  await publish(text);
  await expect(page.getByText("is this very text. Publishing changes nothing.")).toBeVisible();

  await publish(text.replace("Rented", "Rented out"));
  await page.getByRole("radio", { name: `A new version of ${title}` }).check();
  await expect(page.getByText(`Becomes version 2 of ${title}`)).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText(`Version 2 of ${title} is published.`)).toBeVisible();
});

test("someone who is not signed in may have a document read, and is told how to publish it", async ({ page }) => {
  await page.goto("/publish");
  await page.getByRole("textbox", { name: "Document" }).fill(document("Only looking", "lamp"));
  await expect(page.getByText("Breaks its specification: 1 error.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Publish/ })).toBeDisabled();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  // What one wrote is still there on the way back.
  await page.goto("/publish");
  await expect(page.getByRole("textbox", { name: "Document" })).toContainText("Only looking");
});

test("a file is chosen rather than pasted, and several files are read together", async ({ page, unique }) => {
  await page.goto("/publish");
  const root = `openapi: 3.1.0\ninfo: { title: ${unique("In parts")}, version: "1" }\npaths:\n  /a:\n    get:\n      responses:\n        "200":\n          description: ok\n          content: { application/json: { schema: { $ref: "./parts.yaml#/Thing" } } }\n`;
  await page.getByLabel("Files to publish").setInputFiles([
    { name: "api.yaml", mimeType: "application/yaml", buffer: Buffer.from(root) },
    { name: "parts.yaml", mimeType: "application/yaml", buffer: Buffer.from("Thing: { type: object }\n") },
  ]);
  await expect(page.getByText("Valid.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "File" })).toHaveValue("api.yaml");
});
