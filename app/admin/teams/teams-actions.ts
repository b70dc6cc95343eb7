"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { createTeam } from "#lib/catalog/teams/create-team.ts";
import { importTeams, type ImportedTeams } from "#lib/catalog/teams/import-teams.ts";
import { deleteTeamGroup, putTeamGroup } from "#lib/catalog/teams/team-groups.ts";
import { createDomain, deleteDomain, updateDomain } from "#lib/catalog/teams/write-domain.ts";
import { ServiceError } from "#lib/errors.ts";

/** Makes and changes teams, domains and what leads to them: what the button pressed says. Each verb asks whether one may. */
export async function changeTeams(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const change = said("change");
  const role = said("role") === "maintainer" ? ("maintainer" as const) : ("member" as const);
  const answer = await formAnswer(async () => {
    if (change === "create-team") return `The team ${(await createTeam({ ctx, input: { slug: said("slug"), name: said("name"), ...(said("domain") ? { domain: said("domain") } : {}) } })).name} is there.`;
    if (change === "create-domain") return `The domain ${(await createDomain({ ctx, input: { slug: said("slug"), name: said("name") } })).name} is there.`;
    if (change === "update-domain") return updateDomain({ ctx, input: { slug: said("slug"), name: said("name"), description: said("description") } });
    if (change === "delete-domain") return deleteDomain({ ctx, input: { slug: said("slug") } });
    if (change === "add-group") return putTeamGroup({ ctx, input: { group: said("group"), team: said("team"), role } });
    if (change === "remove-group") return deleteTeamGroup({ ctx, input: { group: said("group"), team: said("team") } });
    if (change === "import") {
      const dry = said("dry") !== "";
      return importWords(await importTeams({ ctx, input: { text: String(form.get("text") ?? ""), dry } }), dry);
    }
    throw new ServiceError("invalid-input", 400, "This form asks for nothing that there is. Reload the page.");
  });
  if (answer?.done) revalidatePath("/", "layout");
  return answer;
}

function importWords({ domains, teams, members, groups, unknown }: ImportedTeams, dry: boolean): string {
  const counts = [[domains, "domain"], [teams, "team"], [members, "membership"], [groups, "group"]] as const;
  const changed = counts.filter(([count]) => count > 0).map(([count, noun]) => `${count} ${noun}${count === 1 ? "" : "s"}`);
  const done = changed.length === 0 ? "Nothing to change: all of it is there." : `${dry ? "Would make or change" : "Made or changed"} ${changed.join(", ")}.`;
  if (unknown.length === 0) return done;
  return `${done} No account yet: ${unknown.slice(0, 10).join(", ")}${unknown.length > 10 ? ` and ${unknown.length - 10} more` : ""}. Invite them, then bring the file in again.`;
}
