import { expect, test } from "vitest";
import { defaultLimits } from "../limits.ts";
import { readUpload } from "./read-upload.ts";
import { zipFixture } from "./zip-fixture.ts";

const zip = (...entries: Parameters<typeof zipFixture>[0]) => readUpload([{ name: "up.zip", bytes: zipFixture(entries) }]);
const text = (content: string) => new TextEncoder().encode(content);
const codes = (result: Awaited<ReturnType<typeof readUpload>>) => result.diagnostics.map(({ code, file }) => `${code} ${file}`);

test("gives plain files under the names they came with", async () => {
  const result = await readUpload([{ name: "./api/orders.yaml", bytes: text("a: 1") }, { name: "b.json", bytes: text("{}") }]);
  expect(result.diagnostics).toEqual([]);
  expect(result.files.map(({ path }) => path)).toEqual(["api/orders.yaml", "b.json"]);
});

test("unpacks a zip, known by its content, without folders, litter, zips and a top folder that all share", async () => {
  const { files, diagnostics } = await zip(
    { name: "orders-main/" },
    { name: "orders-main/openapi.yaml", content: "openapi: 3.1.0" },
    { name: "orders-main/common/money.yaml", content: "Money: {}" },
    { name: "orders-main/inner.zip", content: zipFixture([{ name: "x" }]) },
    { name: "__MACOSX/orders-main/._openapi.yaml", content: "?" },
  );
  expect(diagnostics).toEqual([]);
  expect(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([
    ["openapi.yaml", "openapi: 3.1.0"],
    ["common/money.yaml", "Money: {}"],
  ]);
});

test("keeps the top folder when a reference names it", async () => {
  const { files } = await zip({ name: "a/one.yaml", content: "$ref: ../a/two.yaml" }, { name: "a/two.yaml" });
  expect(files.map(({ path }) => path)).toEqual(["a/one.yaml", "a/two.yaml"]);
});

test("refuses names that lead out of the upload or can be read two ways", async () => {
  expect(codes(await zip({ name: "../etc/passwd" }))).toEqual(["path-traversal ../etc/passwd"]);
  expect(codes(await zip({ name: "a/../../b" }))).toEqual(["path-traversal a/../../b"]);
  expect(codes(await zip({ name: "/etc/passwd" }))).toEqual(["absolute-path /etc/passwd"]);
  expect(codes(await zip({ name: "C:/x" }))).toEqual(["absolute-path C:/x"]);
  expect(codes(await zip({ name: "..\\..\\x" }))).toEqual(["backslash-path ..\\..\\x"]);
  expect(codes(await zip({ name: "a\u0000.yaml" }))).toEqual(["control-character-path a\uFFFD.yaml"]);
  expect(codes(await readUpload([{ name: "../x", bytes: text("") }]))).toEqual(["path-traversal ../x"]);
});

test("refuses links, devices, encrypted entries and names that collide", async () => {
  expect(codes(await zip({ name: "link.yaml", content: "/etc/passwd", mode: 0o120777 }))).toEqual(["link-in-zip link.yaml"]);
  expect(codes(await zip({ name: "pipe", mode: 0o010644 }))).toEqual(["special-file-in-zip pipe"]);
  expect(codes(await zip({ name: "a", encrypted: true }))).toEqual(["encrypted-zip a"]);
  expect(codes(await zip({ name: "a" }, { name: "./a" }))).toEqual(["duplicate-name a"]);
  expect(codes(await zip({ name: "a.yaml" }, { name: "A.yaml" }))).toEqual(["case-collision A.yaml"]);
  expect(codes(await zip({ name: "x/\u00e9.yaml" }, { name: "x/e\u0301.yaml" }))).toEqual(["case-collision e\u0301.yaml"]);
});

test("counts inflated bytes as they come, whatever the archive claims", async () => {
  const limits = { ...defaultLimits, bytesMax: 100_000 };
  const bomb = "0".repeat(5_000_000);
  const honest = await readUpload([{ name: "b.zip", bytes: zipFixture([{ name: "b", content: bomb }]) }], limits);
  expect(codes(honest)).toEqual(["too-large b"]);
  const lying = await readUpload([{ name: "b.zip", bytes: zipFixture([{ name: "b", content: bomb, claimedSize: 10 }]) }], limits);
  expect(lying.files).toEqual([]);
  expect(lying.diagnostics[0]?.severity).toBe("error");
  const many = Array.from({ length: 30 }, (_, i) => ({ name: `f${i}`, content: "0".repeat(5_000) }));
  expect(codes(await readUpload([{ name: "b.zip", bytes: zipFixture(many) }], limits))).toEqual(["too-large f20"]);
});

test("names the limit when there are too many files", async () => {
  const parts = Array.from({ length: 4 }, (_, i) => ({ name: `${i}.yaml`, bytes: text("") }));
  const { diagnostics } = await readUpload(parts, { ...defaultLimits, filesMax: 3 });
  expect(diagnostics).toMatchObject([{ code: "too-many-files", message: expect.stringContaining("3 files (limit filesMax)") }]);
});

test("reports an archive that is cut off, instead of throwing", async () => {
  const whole = zipFixture([{ name: "a", content: "a".repeat(100) }]);
  expect(codes(await readUpload([{ name: "cut.zip", bytes: whole.subarray(0, whole.length - 30) }]))).toEqual(["bad-zip cut.zip"]);
});
