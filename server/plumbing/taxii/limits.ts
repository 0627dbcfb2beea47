/** What one TAXII request may ask for and bring. */
export const taxiiLimits = {
  /** Bytes of a POST body: the `max_content_length` of the API root. */
  contentBytes: 16 * 1024 * 1024,
  /** Objects of one POST. */
  objectsAtOnce: 10_000,
  /** Entries of a page where the client names no `limit`. */
  page: 1_000,
  /** The largest `limit`; who asks for more gets so many and `more`. */
  pageAtMost: 5_000,
  /** Bytes of objects after which a page is cut; one object always fits. */
  pageBytes: 16 * 1024 * 1024,
  /** Values of one `match[…]`. */
  matchValues: 200,
  /** Characters of one query value: what fits into the line of a request. */
  queryCharacters: 8_000,
  /** Characters of an Accept or Content-Type header that are read. */
  headerCharacters: 1_000,
} as const;
