import { HomeView } from "#components/home/home-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getHome } from "#lib/catalog/get-home.ts";

export default async function HomePage() {
  return <HomeView home={await getHome({ ctx: await requestContext() })} now={new Date()} />;
}
