/** A word at the start of a sentence; a symbol stays as it is. */
export const capital = (name: string): string =>
  /^[a-z] ?[a-z]/.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
