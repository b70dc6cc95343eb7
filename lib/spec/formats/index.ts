import { asyncapi } from "./asyncapi/asyncapi.ts";
import type { FormatReader } from "./format-reader.ts";
import { openapi } from "./openapi/openapi.ts";

/** Every format that can be read. A new one is a file beside this one and a line here. */
export const formatReaders: readonly FormatReader[] = [openapi, asyncapi];
