import { expect, it } from "vitest";
import { alterSchemas } from "../testing/alter-schema.ts";
import { Random } from "../testing/random.ts";
import { randomSchemas, type SchemaSet } from "../testing/random-schemas.ts";
import { randomValue } from "../testing/random-values.ts";
import { expectedOf, judgeOf, toleratedOf } from "../testing/value-judge.ts";
import { verdictsOfSets } from "../testing/verdicts-of-sets.ts";
import { weakenSchemas } from "../testing/weaken-schema.ts";
import { withOpenParts } from "../testing/with-open-parts.ts";

// DIFF_ROUNDS=200 DIFF_SEED=7 looks further, at other schemas.
const rounds = Number(process.env["DIFF_ROUNDS"] ?? 4);
const seed = Number(process.env["DIFF_SEED"] ?? 1);
const pairsPerRound = 60;
const valuesPerPair = 60;

it("calls nothing compatible that refuses a value which was valid, or emits one which was not", async () => {
  const random = new Random(seed);
  for (let round = 0; round < rounds; round++) {
    const pairs = Array.from({ length: pairsPerRound }, () => {
      const base = withOpenParts(randomSchemas(random));
      return { base, revision: alterSchemas(random, random.chance(0.3) ? alterSchemas(random, base) : base) };
    });
    const verdicts = await verdictsOfSets(pairs);
    for (const [index, { base, revision }] of pairs.entries()) {
      const values = Array.from({ length: valuesPerPair }, (_, at) => randomValue(random, at % 2 === 0 ? base : revision));
      const told = JSON.stringify({ base, revision });
      if (verdicts[index]?.request === "compatible") expect(values.find(refusedBy(base, judgeOf(revision))), `accepted before: ${told}`).toBeUndefined();
      if (verdicts[index]?.response === "compatible") expect(values.find(refusedBy(revision, toleratedOf(base))), `never emitted before: ${told}`).toBeUndefined();
    }
  }
}, 60_000 * rounds);

function refusedBy(from: SchemaSet, to: (value: unknown) => boolean): (value: unknown) => boolean {
  const isExpected = expectedOf(from);
  return (value) => isExpected(value) && !to(value);
}

it("raises no alarm where a schema that is accepted demands less than before", async () => {
  const random = new Random(seed);
  for (let round = 0; round < rounds; round++) {
    const pairs = Array.from({ length: pairsPerRound }, () => {
      const base = withOpenParts(randomSchemas(random));
      const revision = weakenSchemas(random, base);
      return revision ? { base, revision } : { base, revision: base };
    });
    const verdicts = await verdictsOfSets(pairs);
    const alarms = pairs.flatMap((pair, index) => (verdicts[index]?.request === "compatible" ? [] : [JSON.stringify({ ...pair, changes: verdicts[index]?.changes.filter(({ direction, level }) => direction === "request" && level !== "info").map(({ message }) => message) })]));
    expect(alarms).toEqual([]);
  }
}, 60_000 * rounds);
