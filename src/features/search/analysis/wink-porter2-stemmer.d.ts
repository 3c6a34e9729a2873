declare module 'wink-porter2-stemmer' {
  /** Stems one lower-case English word. */
  function stem(word: string): string;
  export = stem;
}
