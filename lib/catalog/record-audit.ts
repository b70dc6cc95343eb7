export { actorId, actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
