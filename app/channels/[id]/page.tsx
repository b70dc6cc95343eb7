import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeshChannelPage } from "#components/channel/mesh-channel-page.tsx";
import { Page } from "#components/ui/page.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getMeshChannel } from "#lib/catalog/channels/get-mesh-channel.ts";
import { listChannelFindings } from "#lib/catalog/mesh-checks/list-channel-findings.ts";
import { NotFoundError } from "#lib/errors.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await load(params)).address} (channel)` };
}

export default async function ChannelRoute({ params }: Props) {
  const channel = await load(params);
  const findings = await listChannelFindings({ ctx: await requestContext(), input: { channelId: channel.id } });
  return (
    <Page>
      <MeshChannelPage channel={channel} findings={findings} />
    </Page>
  );
}

async function load(params: Props["params"]) {
  const id = Number((await params).id);
  if (!Number.isSafeInteger(id)) notFound();
  try {
    return await getMeshChannel({ ctx: await requestContext(), input: { id } });
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
