import { dispatch } from "#lib/api/dispatch.ts";

export const dynamic = "force-dynamic";

export { dispatch as DELETE, dispatch as GET, dispatch as HEAD, dispatch as PATCH, dispatch as POST, dispatch as PUT };
