/** Words that leave open what is meant, and what would say it. `{name}` stands for whoever is to act. */
export interface VagueRule {
  readonly phrases: readonly string[];
  readonly say: string;
}

/** The vague words that the coach knows; a longer phrase goes before a shorter one that it begins with. */
export const VAGUE_RULES: readonly VagueRule[] = [
  {
    phrases: ["look into", "looking into", "see about", "check out", "explore", "exploring", "find out more"],
    say: "say what {name} will do, such as phone, visit, write or bring.",
  },
  {
    phrases: ["think about", "thinking about", "consider", "considering", "bear in mind"],
    say: "say what is to be decided, and what to look at first.",
  },
  {
    phrases: ["try to", "try and", "attempt to", "aim to", "hope to", "intend to", "make an effort", "do my best"],
    say: "agree a step that can be done, and write just that.",
  },
  {
    phrases: ["do her best", "do his best", "do their best", "be proactive", "be positive", "be more confident"],
    say: "say what you would both see {name} do.",
  },
  {
    phrases: ["as soon as possible", "asap", "a.s.a.p", "soon", "shortly", "in due course", "at some point"],
    say: "give a day.",
  },
  {
    phrases: [
      "when possible",
      "whenever possible",
      "in the near future",
      "in the future",
      "at a later date",
      "sometime",
    ],
    say: "give a day.",
  },
  {
    phrases: ["regularly", "often", "frequently", "from time to time", "now and then", "occasionally"],
    say: "say how often, such as twice a week.",
  },
  {
    phrases: ["a few", "several", "a number of", "lots of", "a lot of", "plenty of", "various", "as many as possible"],
    say: "say how many.",
  },
  {
    phrases: [
      "etc",
      "and so on",
      "and so forth",
      "or similar",
      "or something",
      "things",
      "stuff",
      "anything",
      "something",
    ],
    say: "name each one.",
  },
  {
    phrases: ["somewhere", "someone", "somebody", "anywhere"],
    say: "name the place or the person.",
  },
  {
    phrases: ["work on", "working on", "brush up", "improve", "improving", "get better at", "do more", "build up"],
    say: "say what {name} will do, and what will then be different.",
  },
  {
    phrases: ["keep looking", "keep trying", "keep applying", "continue to", "continue with", "carry on", "keep on"],
    say: "say what is new this time, and how much of it.",
  },
  {
    phrases: ["if possible", "where possible", "if appropriate", "where appropriate", "as appropriate"],
    say: "say in which case, or leave it out.",
  },
  {
    phrases: ["if necessary", "where necessary", "as necessary", "as required", "if needed", "as needed"],
    say: "say in which case, or leave it out.",
  },
  {
    phrases: ["maybe", "perhaps", "possibly", "might", "hopefully", "ideally"],
    say: "say what will be done.",
  },
  {
    phrases: ["suitable", "appropriate", "relevant"],
    say: "say what makes it so, such as the distance, the hours or the cost.",
  },
  {
    phrases: ["liaise", "liaise with", "engage with", "deal with", "sort out", "address the issue", "get help"],
    say: "say with whom {name} will speak, and about what.",
  },
  {
    phrases: ["look for work", "looking for work", "look for a job", "look for jobs", "do a jobsearch", "job search"],
    say: "say which work, where {name} will look, and how often.",
  },
];

/** What is said of a place in an example that is still to be filled in, such as [which college]. */
export const SAY_OF_GAP = "fill this in together.";
