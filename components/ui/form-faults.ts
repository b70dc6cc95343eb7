"use client";
import { createContext } from "react";

/** What was wrong with a form, by the name of the value. */
export const FormFaults = createContext<Record<string, string>>({});
