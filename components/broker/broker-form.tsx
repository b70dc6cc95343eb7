"use client";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { Field, Input, Textarea } from "#components/ui/field.tsx";
import type { BrokerSummary } from "#lib/catalog/brokers/list-brokers.ts";

/** A broker and its names in documents, one on each line. */
export function BrokerForm({ broker, action }: { broker: BrokerSummary | null; action: FormAction }) {
  const fixed = broker !== null;
  return (
    <div className="flex flex-col gap-4">
      <ActionForm action={action} values={{ change: "put", ...(fixed ? { slug: broker.slug } : {}) }} button={fixed ? "Save" : "Add"} variant="primary" className="[&>div]:w-full">
        {(wrong) => (
          <>
            {fixed ? null : <Field id="broker-slug" label="Short name" hint="Such as kafka-production." error={wrong["slug"]}><Input id="broker-slug" name="slug" required maxLength={100} autoComplete="off" className="font-mono" /></Field>}
            <Field id="broker-name" label="Name" error={wrong["name"]}><Input id="broker-name" name="name" required maxLength={200} defaultValue={broker?.name} /></Field>
            <Field id="broker-protocol" label="Protocol" hint="kafka, amqp, mqtt…" error={wrong["protocol"]}><Input id="broker-protocol" name="protocol" required maxLength={60} defaultValue={broker?.protocol} className="font-mono" /></Field>
            <Field id="broker-host" label="Host and port" hint="As most documents write it; may be left empty." error={wrong["host"]}><Input id="broker-host" name="host" maxLength={300} defaultValue={broker?.host ?? ""} className="font-mono" /></Field>
            <Field id="broker-environment" label="Environment" error={wrong["environment"]}><Input id="broker-environment" name="environment" maxLength={60} defaultValue={broker?.environment ?? ""} /></Field>
            <Field id="broker-aliases" label="Also called" error={wrong["aliases"]} hint="One on each line: `host b-2.acme.io:9092`, `server production` (a server's name in documents), and, for documents that name no real broker, `team orders`, `folder https://git.acme.io/shop` or `interface order-events`.">
              <Textarea id="broker-aliases" name="aliases" className="min-h-28 font-mono" defaultValue={broker?.aliases.map(({ kind, value }) => `${kind} ${value}`).join("\n") ?? ""} />
            </Field>
          </>
        )}
      </ActionForm>
      {fixed ? <ActionForm action={action} values={{ change: "delete", slug: broker.slug }} button="Take back all of it" variant="danger" size="sm" /> : null}
    </div>
  );
}
