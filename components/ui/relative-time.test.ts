import { expect, test } from "vitest";
import { relativeTime } from "./relative-time.tsx";

const now = new Date("2026-06-15T12:00:00Z");
const at = (iso: string) => relativeTime(new Date(iso), now);

test("tells near moments as a distance and far ones as a date", () => {
  expect(at("2026-06-15T11:59:30Z")).toBe("just now");
  expect(at("2026-06-15T11:02:00Z")).toBe("58m ago");
  expect(at("2026-06-15T08:30:00Z")).toBe("3h ago");
  expect(at("2026-06-12T12:00:00Z")).toBe("3d ago");
  expect(at("2026-02-01T12:00:00Z")).toBe("1 Feb");
  expect(at("2024-02-01T12:00:00Z")).toBe("1 Feb 2024");
});
