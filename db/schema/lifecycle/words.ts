/** Where a request for access stands. `expired`: nobody answered in time. */
export const accessStates = ["open", "approved", "declined", "withdrawn", "expired"] as const;
export type AccessState = (typeof accessStates)[number];
/** Where a migration stands. `retired`: what was deprecated is gone; `withdrawn`: it is not deprecated any more. */
export const migrationStates = ["open", "retired", "withdrawn"] as const;
export type MigrationState = (typeof migrationStates)[number];
/** How far a consumer is. `moved` follows from its evidence, `waived` is the owner's word. */
export const moveStates = ["untold", "told", "acknowledged", "moved", "waived"] as const;
export type MoveState = (typeof moveStates)[number];
