declare module "nspell" {
  /** A dictionary that was read, with the words that its roots and affixes expand to. */
  interface Checker {
    correct(word: string): boolean;
    readonly data: Readonly<Record<string, readonly string[]>>;
    /** What is often written for what, in pairs: the slip first. */
    readonly replacementTable: readonly (readonly [slip: string, meant: string])[];
    readonly flags: { readonly NOSUGGEST?: string };
  }
  /** Reads a dictionary in Hunspell's form. */
  export default function nspell(aff: Uint8Array, dic: Uint8Array): Checker;
}
