"use client";
import { useActionState, useRef } from "react";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/field.tsx";
import type { FormAction } from "../ui/action-form.tsx";

type Props = { slug: string; member: { id: string; name: string; role: "member" | "maintainer" }; action: FormAction };

/** A member's role, changed by choosing; a browser without scripts has a button for it. */
export function MemberRole({ slug, member, action }: Props) {
  const [answer, submit, pending] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  return (
    <form ref={form} action={submit} className="flex items-center gap-1">
      <input type="hidden" name="change" value="role" />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="person" value={member.id} />
      <Select name="role" aria-label={`Role of ${member.name}`} key={member.role} defaultValue={member.role} disabled={pending} onChange={() => form.current?.requestSubmit()}>
        <option value="member">member</option>
        <option value="maintainer">maintainer</option>
      </Select>
      <noscript><Button type="submit" size="sm">Set</Button></noscript>
      {answer && !answer.done ? <span role="alert" className="text-xs text-red">{answer.message}</span> : null}
    </form>
  );
}
