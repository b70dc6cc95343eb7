"use server";
import type { z } from "zod";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { createFeedToken } from "#lib/auth/feed-tokens/create-feed-token.ts";
import { revokeFeedToken } from "#lib/auth/feed-tokens/revoke-feed-token.ts";
import { personContext, visitorContext } from "#lib/auth/request-context.ts";
import { deleteEndpoint, switchEndpoint } from "#lib/catalog/endpoints/change-endpoint.ts";
import { createEndpoint, type EndpointInput } from "#lib/catalog/endpoints/create-endpoint.ts";
import { rotateSecret } from "#lib/catalog/endpoints/rotate-secret.ts";
import { sendAgain } from "#lib/catalog/endpoints/send-again.ts";
import { sendAllAgain } from "#lib/catalog/endpoints/send-all-again.ts";
import { testEndpoint } from "#lib/catalog/endpoints/test-endpoint.ts";
import { markItems, type Mark } from "#lib/catalog/inbox/mark-items.ts";
import { type AddressedInput, changeAddressed, changeAddressedByLink, muteAddressed } from "#lib/catalog/subscriptions/change-addressed.ts";
import { endSubscription, endSubscriptionByLink } from "#lib/catalog/subscriptions/end-subscription.ts";
import { followUses, type FollowUsesInput } from "#lib/catalog/subscriptions/follow-uses.ts";
import { muteSubscription, muteSubscriptionByLink } from "#lib/catalog/subscriptions/mute-subscription.ts";
import { subscribe } from "#lib/catalog/subscriptions/subscribe.ts";
import type { SubscriptionInput } from "#lib/catalog/subscriptions/subscription-input.ts";
import { publicUrl } from "#lib/notify/mail/mail-settings.ts";
import { ServiceError } from "#lib/errors.ts";

type AddressedChange = z.input<typeof AddressedInput>;

const unknownChange = () => new ServiceError("invalid-input", 400, "This form asks for nothing that there is. Reload the page.");

/** Follows something, or changes what one hears of it. */
export async function follow(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const answer = await formAnswer(async () => {
    const input = { subject: said("subject"), slug: said("slug") || undefined, key: said("key") || undefined, team: said("team") || undefined, events: form.getAll("events").map(String), channels: channelsOf(form), frequency: said("frequency") || undefined };
    await subscribe({ ctx, input: input as SubscriptionInput });
    return "You follow it now.";
  });
  if (answer?.done) revalidatePath("/", "layout");
  return answer;
}

/** Follows exactly what a service uses. */
export async function followAllUsed(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const answer = await formAnswer(async () => {
    const input = { service: said("service"), team: said("team") || undefined, channels: channelsOf(form), frequency: said("frequency") || undefined };
    const { added, followed } = await followUses({ ctx, input: input as FollowUsesInput });
    return added === 0 ? "All of it was followed already." : `${added} of ${followed} ${added === 1 ? "is" : "are"} followed from now on.`;
  });
  if (answer?.done) revalidatePath("/", "layout");
  return answer;
}

function channelsOf(form: FormData) {
  return form.getAll("channels").map(String).map((choice) => (choice.startsWith("endpoint ") ? { kind: "endpoint", endpointId: Number(choice.slice(9)) } : { kind: choice }));
}

/** Mutes a subscription, lets it speak again or ends it; `forMe`: of a team's only oneself. */
export async function changeSubscription(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const [id, forMe] = [Number(said("id")), said("forMe") === "yes"];
  const answer = await formAnswer(async () => {
    if (said("change") === "mute") return muteSubscription({ ctx, input: { id, days: Number(said("days")) || 0, forMe } });
    if (said("change") === "end") return endSubscription({ ctx, input: { id, forMe } });
    throw unknownChange();
  });
  if (answer?.done) revalidatePath("/", "layout");
  return answer;
}

/** Says how news reaches one that is addressed to one: by e-mail or not, of an interface for a while not at all. */
export async function changeAddressedNews(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const answer = await formAnswer(async () => {
    if (said("item")) return muteAddressed({ ctx, input: { itemId: Number(said("item")), days: Number(said("days")) || 0 } });
    await changeAddressed({ ctx, input: { topic: said("topic"), email: said("email") } as AddressedChange });
    return "Saved.";
  });
  if (answer?.done) revalidatePath("/", "layout");
  return answer;
}

/** The same from an e-mail, without signing in. */
export async function changeByLink(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await visitorContext();
  const said = textsOf(form);
  const link = said("link");
  return formAnswer(async () => {
    if (said("change") === "again") {
      await changeAddressedByLink({ ctx, input: { link, email: "at-once" } });
      return "Such news comes by e-mail again.";
    }
    if (said("change") === "mute") {
      await muteSubscriptionByLink({ ctx, input: { link, days: Number(said("days")) || 0 } });
      return `You hear nothing of it for ${said("days")} days.`;
    }
    if (said("change") !== "end") throw unknownChange();
    await endSubscriptionByLink({ ctx, input: { link } });
    return "Ended. You are not told of it any more.";
  });
}

/** Adds, tests, switches or removes an endpoint, or sends again what was given up. */
export async function changeEndpoint(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const [id, change] = [Number(said("id")), said("change")];
  const answer = await formAnswer(async () => {
    if (change === "add") {
      const { secret } = await createEndpoint({ ctx, input: { kind: said("kind") as EndpointInput["kind"], name: said("name"), url: said("url"), team: said("team") || undefined } });
      return said("kind") === "webhook" ? { message: "Added. This secret signs each message; it is shown this once.", link: secret } : "Added.";
    }
    if (change === "test") {
      const { ok, status, problem } = await testEndpoint({ ctx, input: { id } });
      if (!ok) throw new ServiceError("not-delivered", 400, problem ?? "It did not arrive.");
      return `It answered ${status}.`;
    }
    if (change === "rotate") {
      const { secret } = await rotateSecret({ ctx, input: { id } });
      return { message: "The new secret, shown this once. For 24 hours messages are signed with both.", link: secret };
    }
    if (change === "on" || change === "off") return switchEndpoint({ ctx, input: { id, on: change === "on" } });
    if (change === "delete") return deleteEndpoint({ ctx, input: { id } });
    if (change === "again") {
      await sendAgain({ ctx, input: { deliveryId: Number(said("delivery")) } });
      return "It is on its way again.";
    }
    if (change === "all-again") {
      const { count } = await sendAllAgain({ ctx, input: { endpointId: id } });
      return `${count} are on their way again.`;
    }
    throw unknownChange();
  });
  if (change === "delete" && answer?.done) redirect("/settings/notifications");
  if (answer?.done) revalidatePath("/settings/notifications", "layout");
  return answer;
}

/** Makes a private address for feeds, or ends one. */
export async function changeFeeds(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const answer = await formAnswer(async () => {
    if (said("change") === "end") return revokeFeedToken({ ctx, input: { id: Number(said("id")) } });
    if (said("change") !== "add") throw unknownChange();
    const { secret } = await createFeedToken({ ctx, input: { name: said("name") } });
    return { message: "This is the feed of the whole mesh; it is shown this once. What stands behind the question mark opens every other feed as well.", link: publicUrl(`/changes.atom?token=${secret}`) };
  });
  if (answer?.done) revalidatePath("/settings/notifications");
  return answer;
}

/** Marks one item of the inbox, those of one interface, or all. */
export async function markInbox(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const ids = said("ids");
  const answer = await formAnswer(async () => {
    await markItems({ ctx, input: { mark: said("mark") as Mark, ...(ids ? { ids: ids.split(",").map(Number).filter(Number.isSafeInteger) } : {}) } });
  });
  revalidatePath("/inbox");
  return answer;
}
