/** Bytes that are no JPEG, PNG, WebP, AVIF or GIF, or whose structure cannot be followed. */
export class UnreadableMetadata extends Error {
  override readonly name = 'UnreadableMetadata';
}
