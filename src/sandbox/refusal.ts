export interface ResponseParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** What the platform answers instead of a result. The description is the platform's own sentence. */
export class Refusal extends Error {
  readonly status: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(status: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.name = 'Refusal';
    this.status = status;
    this.parameters = parameters;
  }
}

export function badRequest(reason: string, parameters?: ResponseParameters): Refusal {
  return new Refusal(400, `Bad Request: ${reason}`, parameters);
}

export function forbidden(reason: string): Refusal {
  return new Refusal(403, `Forbidden: ${reason}`);
}

export function conflict(reason: string): Refusal {
  return new Refusal(409, `Conflict: ${reason}`);
}

export function tooManyRequests(seconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
