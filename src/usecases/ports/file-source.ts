/** What became of one attempt to fetch a file that somebody sent. */
export type FetchedFile =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'tooLarge' }
  /** The platform keeps it no longer, or will not hand it out. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'retryLater'; readonly afterMs: number };

/** Where a platform keeps what people send. */
export interface FileSource {
  /** Fetches at most `mostBytes`; never throws for what the platform says. */
  fetchFile(fileId: string, mostBytes: number): Promise<FetchedFile>;
}
