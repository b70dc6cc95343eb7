import { z } from "zod";
import { impactVerdicts, levels, verdicts } from "../../catalog/comparisons/words.ts";
import { Named } from "../schemas.ts";

/** Shapes of what a comparison says. */
const Place = z.object({ file: z.string(), pointer: z.string().meta({ description: "JSON pointer into the file." }), line: z.number().int().nullable() }).nullable();

export const Tally = z.object({ verdict: z.enum(verdicts), breaking: z.number().int(), risky: z.number().int(), info: z.number().int() }).meta({ id: "Tally" });

export const ChangeShape = z
  .object({
    ordinal: z.number().int().meta({ description: "Names the change within its comparison, for good." }),
    rule: z.string(),
    level: z.enum(levels),
    levelOfRule: z.enum(levels).nullish().meta({ description: "Where the installation or the domain decided otherwise: the rule's own level." }),
    levelReason: z.string().nullish(),
    direction: z.enum(["request", "response"]).nullable(),
    operation: z.string().nullable().meta({ description: "Its identity, names of parameters erased." }),
    display: z.string().nullish().meta({ description: "The same as the document spells it." }),
    message: z.string(),
    pointer: z.string(),
    base: Place,
    revision: Place,
    fields: z.array(z.string()),
  })
  .meta({ id: "Change" });

export const ImpactCounts = z.object(Object.fromEntries(impactVerdicts.map((verdict) => [verdict, z.number().int()])) as Record<(typeof impactVerdicts)[number], z.ZodNumber>);

const Consumer = z
  .object({
    kind: z.enum(["service", "interface"]),
    slug: z.string(),
    title: z.string(),
    owner: Named.nullable(),
    verdict: z.enum(impactVerdicts),
    possible: z.boolean().meta({ description: "It is only possible that it uses the interface." }),
    causes: z.array(z.object({ ordinal: z.number().int(), effect: z.enum(["broken", "at risk"]) })).meta({ description: "The changes that touch it." }),
    uses: z.array(z.object({ operation: z.string().nullable(), display: z.string().nullish(), message: z.string().nullable(), fields: z.array(z.string()), evidence: z.array(z.object({ kind: z.string(), source: z.string(), sentence: z.string().nullable() })) })),
  })
  .meta({ id: "Impact" });

export const ImpactShape = z.object({ consumers: z.array(Consumer), hidden: ImpactCounts.meta({ description: "Consumers whom you may not see: how many of each verdict." }), counts: ImpactCounts.meta({ description: "All of them." }) });

export const Advice = z
  .object({ bump: z.enum(["major", "minor", "patch", "none"]), suggested: z.string().nullable(), finding: z.object({ code: z.string(), message: z.string() }).nullable() })
  .meta({ id: "VersionAdvice", description: "What `info.version` should become." });

const Head = z.object({ sequence: z.number().int(), label: z.string() });

export const ComparisonShape = z
  .object({
    slug: z.string(), title: z.string(), line: z.string(), base: Head, revision: Head,
    problem: z.string().nullable(), tally: Tally, advice: Advice.nullable(), changes: z.array(ChangeShape), changesOmitted: z.number().int(), impact: ImpactShape, url: z.string(),
  })
  .meta({ id: "Comparison" });
