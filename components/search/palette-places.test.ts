import { expect, test } from "vitest";
import { people, places } from "../shell/places.ts";
import { palettePlaces, placesFor } from "./palette-places.ts";

const viewer = { name: "Ada", administrator: false, teams: [{ slug: "booking", name: "Booking team" }], unread: 0 };
const hrefs = (places: { href: string }[]) => places.map(({ href }) => href);

test("leads a visitor to every place of the rail, and to no settings", () => {
  const { atHand, asked } = palettePlaces(null);
  expect(hrefs(atHand)).toEqual(hrefs([...places, ...people]));
  expect(asked).toEqual([]);
  expect(hrefs(placesFor(null, "tokens").named)).toEqual([]);
});

test("leads who is signed in to the inbox, the own teams and settings, and an administrator to the administration", () => {
  expect(hrefs(placesFor(viewer, "").related)).toContain("/inbox");
  expect(hrefs(placesFor(viewer, "tokens").named)).toEqual(["/settings/tokens"]);
  expect(hrefs(placesFor(viewer, "booking t").named)).toEqual(["/teams/booking"]);
  expect(hrefs(placesFor(viewer, "audit").named)).toEqual([]);
  expect(hrefs(placesFor({ ...viewer, administrator: true }, "audit").named)).toEqual(["/admin/audit"]);
  expect(hrefs(placesFor({ ...viewer, administrator: true }, "admin").named)).toContain("/admin");
});

test("finds a place by what else people call it, after those of that name", () => {
  const { named, related } = placesFor(viewer, "graph");
  expect(hrefs(named)).toEqual([]);
  expect(hrefs(related)).toEqual(["/mesh"]);
});
