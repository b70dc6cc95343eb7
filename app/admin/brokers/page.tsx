import type { Metadata } from "next";
import { AdminFrame } from "#components/admin/admin-frame.tsx";
import { BrokersAdmin } from "#components/broker/brokers-admin.tsx";
import { administratorContext } from "#lib/auth/administrator-context.ts";
import { listBrokers } from "#lib/catalog/brokers/list-brokers.ts";
import { listPossible } from "#lib/catalog/brokers/list-possible.ts";
import { changeBroker } from "./change-broker.ts";

export const metadata: Metadata = { title: "Brokers" };

export default async function BrokersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await administratorContext();
  const [brokers, possible, query] = await Promise.all([listBrokers({ ctx }), listPossible({ ctx }), searchParams]);
  return (
    <AdminFrame current="brokers">
      <BrokersAdmin brokers={brokers} possible={possible} chosen={brokers.find(({ slug }) => slug === query["broker"]) ?? null} action={changeBroker} />
    </AdminFrame>
  );
}
