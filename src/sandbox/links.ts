const SCHEMES = new Set(['http:', 'https:', 'tg:']);

/** The address as the platform keeps it, or null when it takes it for none. */
export function linkOf(written: string): string | null {
  const trimmed = written.trim();
  const address = /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!SCHEMES.has(url.protocol)) return null;
  const isHost = url.protocol === 'tg:' || /[^.]\.[^.]/.test(url.hostname);
  return isHost && !/\s/.test(trimmed) ? url.href : null;
}
