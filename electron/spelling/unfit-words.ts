/** Stems of words that the dictionary knows and that no office should put in front of a customer. */
const UNFIT = [
  ...["whore", "whoring", "fuck", "shit", "cunt", "bollock", "wank", "slut", "twat", "tosser", "arsehole", "bastard"],
  ...["bugger", "piss", "turd", "prostitut", "porn", "nigger", "spastic", "cripple", "retard", "faggot"],
];

/** Tells whether a word may be right as typed, and is yet never suggested. */
export function isUnfit(word: string): boolean {
  const small = word.toLowerCase();
  return UNFIT.some((stem) => small.startsWith(stem));
}
