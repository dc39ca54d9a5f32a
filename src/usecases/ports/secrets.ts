/** What nobody may guess. */
export interface Secrets {
  /** 22 characters that are good in an address. */
  token(): string;
  /** So many characters that cannot be mistaken for each other, at least one of them a digit. */
  code(length: number): string;
  /** What is kept of a secret. */
  digest(secret: string): string;
}
