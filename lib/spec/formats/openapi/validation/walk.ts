import { joinPointer } from "../../../text/json-pointer.ts";
import type { LoadedDocument } from "../../../text/loaded-document.ts";
import { refOf } from "../../../text/reference-resolver.ts";
import type { Json } from "../../../values.ts";
import { isObject, lookUp, wordOf } from "../../../values.ts";
import type { Kind, ObjectType, ObjectTypes } from "./object-type.ts";
import { memberOf } from "./object-type.ts";
import { matchesFormat } from "./formats.ts";
import { closestWord, kindName } from "./words.ts";

/** A place during the walk; its pointer is put together only when something is said about it. */
export type At = { file: string; parent: At | null; token: string | number; base: string };

export type Visited = { type: string; value: Json; at: At; walk: Walk };
/** What is checked beyond the shape, by the type of object. */
export type Checks = Record<string, ((visited: Visited) => void)[]>;

export function pointerOf(at: At): string {
  return at.parent ? joinPointer(pointerOf(at.parent), at.token) : at.base;
}

/**
 * Walks a document along the types of its specification, also through references, each target once for each type that
 * it is used as. Reports what does not fit, and hands every object to the checks of its type.
 */
export class Walk {
  readonly doc: LoadedDocument;
  readonly #types: ObjectTypes;
  readonly #checks: Checks;
  readonly #waiting: { type: string; at: At; value: unknown }[] = [];
  readonly #seen = new Set<string>();

  constructor(doc: LoadedDocument, types: ObjectTypes, checks: Checks) {
    this.doc = doc;
    this.#types = types;
    this.#checks = checks;
  }

  run(type: string): void {
    this.#waiting.push({ type, at: { file: this.doc.root, parent: null, token: "", base: "" }, value: this.doc.tree() });
    for (const { type: next, at, value } of this.#waiting) this.#object(value, next, at);
  }

  /** Reports an error at a place, or at one of its members. */
  error(code: string, message: string, at: At, member?: string | number, help?: string): void {
    this.report("error", code, message, at, member, help);
  }

  report(severity: "error" | "warning" | "info", code: string, message: string, at: At, member?: string | number, help?: string): void {
    const pointer = member === undefined ? pointerOf(at) : joinPointer(pointerOf(at), member);
    this.doc.diagnose({ severity, code, message, ...(help === undefined ? {} : { help }), file: at.file, pointer });
  }

  #value(value: unknown, kind: Kind, at: At, holder: ObjectType): void {
    switch (kind.is) {
      case "scalar": return this.#scalar(value, kind.name, at, holder);
      case "words":
        if (typeof value !== "string" || !kind.words.includes(value)) this.#wrongWord(value, kind.words, at, holder);
        return;
      case "object": return this.#object(value, kind.type, at);
      case "either": return this.#value(value, kind.options.find((option) => fits(value, option)) ?? kind.options[0] ?? kind, at, holder);
      case "list":
        if (!Array.isArray(value)) return this.#wrongKind(value, "a list", at, holder);
        if (value.length < kind.atLeast) this.error("empty", `${nameOf(at)} must not be empty.`, at, undefined, "Remove it, or add an entry.");
        if (kind.distinct) this.#distinct(value, at);
        value.forEach((item: unknown, index) => this.#value(item, kind.items, inside(at, index), holder));
        return;
      case "map":
        if (!isObject(value)) return this.#wrongKind(value, "an object", at, holder);
        for (const name of Object.keys(value)) {
          if (name === "$ref" && typeof value[name] === "string") this.error("ref-not-allowed", `A \`$ref\` may not stand in place of ${nameOf(at)}.`, at, name, "Refer from each of its entries.");
          else this.#value(value[name], kind.values, inside(at, name), holder);
        }
    }
  }

  #object(value: unknown, typeName: string, at: At): void {
    const type = this.#types[typeName];
    if (!type) return;
    if (typeName === "Schema" && typeof value === "boolean" && type.open) return;
    if (!isObject(value)) return this.#wrongKind(value, "an object", at, type);
    if (Object.hasOwn(value, "$ref") && this.#reference(value, typeName, type, at)) return;
    const variant = type.variant?.(value);
    this.#members(value, variant ? (this.#types[variant] ?? type) : type, at);
    for (const check of this.#checks[typeName] ?? []) check({ type: typeName, value, at, walk: this });
  }

  #members(value: Json, type: ObjectType, at: At): void {
    for (const name of requiredOf(type)) {
      if (!Object.hasOwn(value, name)) this.error("missing-member", `${titleOf(type)} needs \`${name}\`.`, at, undefined, type.missing?.[name]);
    }
    for (const name of Object.keys(value)) {
      const written = Object.hasOwn(type.members, name) ? type.members[name] : undefined;
      if (written !== undefined) this.#value(value[name], memberOf(written).kind, inside(at, name), type);
      else if (name.startsWith("x-") && !type.closed) continue;
      else if (type.named) this.#namedMember(value[name], name, type, type.named, at);
      else if (!type.open) this.#unknownMember(name, type, at);
    }
  }

  #namedMember(value: unknown, name: string, type: ObjectType, named: NonNullable<ObjectType["named"]>, at: At): void {
    if (!named.pattern.test(name)) {
      this.error("bad-name", `\`${name}\` is not a name for a member of ${type.title}: it must be ${named.expected}.`, at, name);
      if (named.value === "Response") return;
    }
    this.#value(value, memberOf(named.value).kind, inside(at, name), type);
  }

  #unknownMember(name: string, type: ObjectType, at: At): void {
    const near = closestWord(name, Object.keys(type.members));
    const help = lookUp(type.help, name) ?? (near === null ? (type.help?.["*"] ?? "Remove it, or let its name begin with `x-`.") : `Did you mean \`${near}\`?`);
    this.error("unknown-member", `\`${name}\` is not a member of ${type.title}.`, at, name, help);
  }

  /** Follows a `$ref` to what it stands for; false where the object is to be read as it is (path items, schemas of 3.1). */
  #reference(value: Json, typeName: string, type: ObjectType, at: At): boolean {
    const ref = refOf(value);
    if (ref === null) {
      if (type.reference) this.#wrongKind(value["$ref"], "a string", inside(at, "$ref"), type);
      return type.reference === true && typeName !== "PathItem";
    }
    if (!type.reference && !type.open) {
      if (type.help?.["$ref"] !== undefined) return false;
      this.report("warning", "ref-not-allowed", `A \`$ref\` may not stand in place of ${type.title}; it was followed all the same.`, at, "$ref", "Write it out, or refer to a part of it that may be referred to.");
    }
    const target = this.doc.resolve(ref, at.file);
    if (!target.ok) this.doc.reportReference(target, { file: at.file, pointer: pointerOf(at) });
    else this.#enqueue(typeName, target);
    return typeName !== "PathItem" && !(typeName === "Schema" && type.open);
  }

  #enqueue(type: string, target: { file: string; pointer: string; value: unknown; id: string }): void {
    // Most targets are components, which the walk from the root meets by itself.
    if (target.file === this.doc.root && this.#isComponent(type, target.pointer)) return;
    const key = `${type} ${target.id}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#waiting.push({ type, at: { file: target.file, parent: null, token: "", base: target.pointer }, value: target.value });
  }

  #isComponent(type: string, pointer: string): boolean {
    const section = SECTIONS[type];
    return section !== undefined && section.test(pointer);
  }

  #scalar(value: unknown, name: string, at: At, holder: ObjectType): void {
    if (name === "any") return;
    if (name === "uri" || name === "url" || name === "email" || name === "string") {
      if (typeof value !== "string") return this.#wrongKind(value, "a string", at, holder);
      if (name === "email" && !matchesFormat("email", value)) this.error("format", `\`${value}\` is not an e-mail address.`, at);
      if (name === "uri" && !matchesFormat("uri-reference", value)) this.error("format", `\`${value}\` is not a URL.`, at, undefined, "Percent-encode what may not stand in it.");
      if (name === "url" && !matchesFormat("uri", value)) this.error("format", `\`${value}\` is not a URL.`, at, undefined, "Write it in full, for example `https://shop.io/docs`.");
      return;
    }
    if (name === "boolean") return typeof value === "boolean" ? undefined : this.#wrongKind(value, "`true` or `false`", at, holder);
    if (typeof value !== "number") return this.#wrongKind(value, "a number", at, holder);
    if (name === "positive" && value <= 0) return this.error("bad-number", `${nameOf(at)} must be more than 0.`, at);
    if (name !== "number" && name !== "positive" && !Number.isInteger(value)) return this.error("bad-number", `${nameOf(at)} must be a whole number.`, at);
    if (name === "natural" && value < 0) this.error("bad-number", `${nameOf(at)} must not be negative.`, at);
  }

  #wrongKind(value: unknown, expected: string, at: At, holder: ObjectType): void {
    const help = lookUp(holder.help, at.token) ?? (typeof value === "number" && expected === "a string" ? "Put it in quotes." : undefined);
    this.error("wrong-type", `${nameOf(at)} must be ${expected}, not ${kindName(value)}.`, at, undefined, help);
  }

  #wrongWord(value: unknown, words: string[], at: At, holder: ObjectType): void {
    const near = typeof value === "string" ? closestWord(value, words) : null;
    const expected = words.length === 1 ? `\`${words[0]}\`` : `one of ${words.map((word) => `\`${word}\``).join(", ")}`;
    const shown = typeof value === "string" || typeof value === "number" ? `\`${value}\`` : kindName(value);
    this.error("wrong-value", `${nameOf(at)} must be ${expected}, not ${shown}.`, at, undefined, near === null ? (lookUp(holder.help, `${at.token}=${wordOf(value)}`) ?? (typeof value === "string" ? undefined : lookUp(holder.help, at.token))) : `Did you mean \`${near}\`?`);
  }

  #distinct(values: unknown[], at: At): void {
    const seen = new Set<string>();
    values.forEach((value, index) => {
      const key = JSON.stringify(value) ?? "";
      if (seen.has(key)) this.error("duplicate-item", `${nameOf(at)} holds the same entry twice.`, at, index, "Remove one of them.");
      seen.add(key);
    });
  }
}

const SECTIONS: Record<string, RegExp> = {
  Schema: /^\/(components\/schemas|definitions)\/[^/]+$/, Response: /^\/(components\/)?responses\/[^/]+$/, Parameter: /^\/(components\/)?parameters\/[^/]+$/,
  RequestBody: /^\/components\/requestBodies\/[^/]+$/, Header: /^\/components\/headers\/[^/]+$/, Example: /^\/components\/examples\/[^/]+$/,
};

const required = new WeakMap<ObjectType, string[]>();

function requiredOf(type: ObjectType): string[] {
  let names = required.get(type);
  if (!names) required.set(type, (names = Object.keys(type.members).filter((name) => memberOf(type.members[name] ?? "any").required)));
  return names;
}

export function inside(at: At, token: string | number): At {
  return { file: at.file, parent: at, token, base: "" };
}

function titleOf(type: ObjectType): string {
  return type.title.startsWith("`") ? type.title : type.title.charAt(0).toUpperCase() + type.title.slice(1);
}

/** How a message calls a place: by its name, or as the item of a list. */
function nameOf(at: At): string {
  if (at.parent === null) return at.base === "" ? "The document" : `\`${at.base.slice(at.base.lastIndexOf("/") + 1)}\``;
  return typeof at.token === "number" ? `Item ${at.token + 1} of \`${at.parent.token}\`` : `\`${at.token}\``;
}

function fits(value: unknown, kind: Kind): boolean {
  if (kind.is === "list") return Array.isArray(value);
  if (kind.is === "object" || kind.is === "map") return isObject(value);
  if (kind.is === "words") return typeof value === "string";
  return kind.is === "scalar" && (kind.name === "boolean" ? typeof value === "boolean" : typeof value === "string");
}
