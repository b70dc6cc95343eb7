import type { Diagnostic } from "./spec/diagnostic.ts";

/**
 * What a use case refuses with. `code` is for machines, `message` for people; `status` is its HTTP status,
 * mapped to a problem document in `lib/http`.
 */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: Record<string, unknown>;

  constructor(code: string, status: number, message: string, detail: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}

/** Also for what one may not see: both answer alike. */
export class NotFoundError extends ServiceError {
  constructor(noun: string, name: string | number) {
    super("not-found", 404, `There is no ${noun} "${name}".`, { noun });
  }
}

export class UnauthenticatedError extends ServiceError {
  constructor(message = "Sign in, or send a token in the Authorization header.") {
    super("unauthenticated", 401, message);
  }
}

export class ForbiddenError extends ServiceError {
  constructor(message: string) {
    super("forbidden", 403, message);
  }
}

/** `fields` maps a field's path to what is wrong with it. */
export class ValidationError extends ServiceError {
  constructor(message: string, fields: Record<string, string> = {}) {
    super("invalid-input", 400, message, { fields });
  }
}

export class ConflictError extends ServiceError {
  constructor(message: string, detail: Record<string, unknown> = {}) {
    super("conflict", 409, message, detail);
  }
}

/** A document that cannot be published; nothing was stored. */
export class RejectedDocumentError extends ServiceError {
  declare readonly detail: { diagnostics: Diagnostic[] };
  constructor(message: string, diagnostics: Diagnostic[]) {
    super("document-rejected", 422, message, { diagnostics });
  }
}

export class TooLargeError extends ServiceError {
  constructor(message: string) {
    super("too-large", 413, message);
  }
}

/** Try again later. */
export class BusyError extends ServiceError {
  constructor(message: string, retryAfterSeconds = 2) {
    super("busy", 503, message, { retryAfterSeconds });
  }
}
