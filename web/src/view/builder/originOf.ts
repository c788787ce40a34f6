/** Of an address that somebody has typed or pasted; undefined where it is none of the web. */
export function originOf(address: string): string | undefined {
  try {
    const { protocol, origin } = new URL(address.trim());
    return /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}
