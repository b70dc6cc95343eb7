"use client";
import { use, type ReactNode } from "react";
import { FormFaults } from "./form-faults.ts";
import { Field } from "./field.tsx";

/** A field of an `ActionForm`: shows beneath it what was wrong with the value called `name`. */
export function FormField({ name, ...rest }: { id: string; name: string; label: ReactNode; hint?: ReactNode; className?: string; children: ReactNode }) {
  const fault = Object.entries(use(FormFaults)).find(([key]) => key === name || key.startsWith(`${name}.`))?.[1];
  return <Field {...rest} error={fault} />;
}
