"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { AliasInput } from "#lib/catalog/brokers/broker-alias.ts";
import { confirmPossible } from "#lib/catalog/brokers/confirm-possible.ts";
import { deleteBroker } from "#lib/catalog/brokers/delete-broker.ts";
import { putBroker } from "#lib/catalog/brokers/put-broker.ts";
import { ValidationError } from "#lib/errors.ts";

/** Adds, changes or takes back a broker, or confirms possible matches: what the button pressed says. */
export async function changeBroker(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const change = said("change");
  const answer = await formAnswer(async () => {
    if (change === "put") {
      const { interfaces } = await putBroker({ ctx, input: { slug: said("slug"), name: said("name"), protocol: said("protocol"), host: said("host") || null, environment: said("environment") || null, aliases: aliasesOf(said("aliases")) } });
      return `Kept. ${matched(interfaces)}`;
    }
    if (change === "confirm") {
      const sources = form.getAll("source").map(String);
      if (sources.length === 0) throw new ValidationError("Choose at least one match.");
      return `Confirmed. ${matched((await confirmPossible({ ctx, input: { broker: said("broker"), sources } })).interfaces)}`;
    }
    if (change === "delete") return deleteBroker({ ctx, input: { slug: said("slug") } });
    throw new ValidationError("This form asks for nothing that there is. Reload the page.");
  });
  if (answer?.done) revalidatePath("/admin/brokers");
  return answer;
}

function matched(interfaces: number): string {
  return interfaces === 0 ? "No document is concerned." : `${interfaces} ${interfaces === 1 ? "interface is" : "interfaces are"} matched anew, in a moment.`;
}

function aliasesOf(text: string): AliasInput[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "").map((line) => {
    const [kind, ...rest] = line.split(/\s+/);
    const read = AliasInput.safeParse({ kind, value: rest.join(" ") });
    if (!read.success) throw new ValidationError(`"${line}" is no name of a broker.`, { aliases: `Begin each line with host, server, team, folder or interface: "${line}".` });
    return read.data;
  });
}
