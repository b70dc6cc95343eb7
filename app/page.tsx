import { HomeView } from "#components/home/home-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getSmallMap } from "#lib/catalog/graph/get-small-map.ts";
import { getHome } from "#lib/catalog/get-home.ts";

export default async function HomePage() {
  const ctx = await requestContext();
  const [home, map] = await Promise.all([getHome({ ctx }), getSmallMap({ ctx })]);
  return <HomeView home={home} map={map} now={new Date()} />;
}
