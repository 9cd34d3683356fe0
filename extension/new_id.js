/** Names that nobody else has. */

/** Not `randomUUID`, which is not there on a webmail without TLS. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
