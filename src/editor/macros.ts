/** Macros from settings, which can hold anything. Knows nothing of VS Code. */

/** The macros of the preview's setting, overridden by those of ours; what is no text is passed over. */
export function mergedMacros(preview: unknown, own: unknown): Readonly<Record<string, string>> {
  return { ...texts(preview), ...texts(own) };
}

function texts(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
