const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?";
const NUMBERS = "\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty";

/** Makes a pattern of alternatives that match whole words in any case. */
function words(...alternatives: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${alternatives.join("|")})\\b`, "i");
}

/** Somebody is named who acts: the adviser, the customer, a person by pronoun, or with whom it is done. */
export const WHO = words("customer", "client", "participant", "adviser", "PA", "I", "we", "you", "he", "she", "they");

/** Something is done with a person who is named. */
export const WITH_WHOM = /\b(?:with|by|from) (?:Mr|Mrs|Ms|Miss|Dr|\p{Lu}\p{Ll}+)/u;

/** An act that one could watch being done. */
export const ACT = words(
  "phone|phones|ring|rings|telephone|call|calls|e-?mail|text|write|writes|send|sends|post|posts",
  "visit|visits|attend|attends|go to|goes to|meet|meets|bring|brings|take|takes|collect|collects|hand in",
  "ask|asks|tell|tells|speak to|speaks to|talk to|talks to|show|shows|contact|contacts|arrange|arranges|book|books",
  "apply|applies|register|registers|enrol|enrols|sign up|join|joins|complete|completes|fill in|fills in|submit|submits",
  "list|lists|identify|identifies|compare|compares|update|updates|prepare|prepares|practise|practises|read|reads",
  "choose|chooses|find|finds|search|searches|investigate|investigates|monitor|monitors|check|checks|make|makes|start|starts",
);

/** What exactly: a name inside a sentence, an abbreviation, or a number. */
export const NAMED_THING = /[\p{L}\p{N},;:)] \p{Lu}[\p{L}\p{N}&'.-]+|\b\p{Lu}{2,}\b|\d/u;

/** What exactly: a thing that everybody here knows by its name. */
export const KNOWN_THING = words(
  "childminders?|childcare|nurser(?:y|ies)|schools?|colleges?|courses?|training provider|library|open (?:day|evening)",
  "CVs?|covering letters?|application forms?|references?|vacanc(?:y|ies)|employers?|agenc(?:y|ies)|interview(?: questions)?",
  "bus(?:es)?|trains?|timetables?|driving licence|fares?|housing costs|budget|benefit calculation|doctor|GP|mentor(?:ing)?",
  "certificates?|qualifications?|work trial|work experience|volunteer(?:ing)?|shops?|compan(?:y|ies)|firms?",
);

/** How it will be known to be done: something is brought, shown or told, or the act itself is on somebody's record. */
export const EVIDENCE = words(
  "bring|brings|show|shows|tell (?:us|me|the adviser|your adviser)|tells (?:us|me|the adviser)|report back|reports back",
  "let (?:us|me|the adviser|the customer) know|write down|in writing|keep a (?:note|list|diary|record)|make a list",
  "(?:with|bring) (?:the )?(?:details|figures|copies|a list|a copy|proof)|certificate|receipt|confirmation|results?",
  "attend|attends|book|books|register|registers|enrol|enrols|sign up|hand in|submit|submits|pass|passes",
  "apply for|applies for|complete|completes|meet with|meets with",
);

/** So many of something that is counted, and not so many hours, pounds or days. */
export const COUNTED = new RegExp(
  `(?<!\\b(?:levels?|grade|stage|unit|module|step|release|NVQ|SVQ|room|number|no\\.?|£) ?)(?<![/:.-]|\\d)\\b(?:(?:at least|no fewer than|up to) )?(?:${NUMBERS})\\+? (?!(?:${MONTHS}|a\\.?m|p\\.?m|o'clock|hours?|hrs?|minutes?|days?|weeks?|months?|years?|mornings?|afternoons?|evenings?|nights?|miles?|pounds?|pence|per ?cent|or|and|to|of|in|on|at|by|for|from|with|a|an|the)\\b)[a-z]`,
  "i",
);

/** When: a date, a weekday, a month, or an occasion that has a date. */
export const WHEN = words(
  `\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})`,
  `(?:by|on|before|until|this|next) (?:${WEEKDAYS}|${MONTHS.replace("|may|", "|")})`,
  "(?:by|before|until) (?:the )?(?:next|our next|your next) (?:appointment|interview|meeting|review)|tomorrow|today",
  "(?:this|next) (?:week|month)|(?:by|before) (?:christmas|easter|the end of)",
  `(?:within|in|over) (?:the next )?(?:a|one|${NUMBERS}) (?:days?|weeks?|months?)`,
);

/** It goes further than what was done before. */
export const FURTHER = words(
  "for the first time|first|new|without help|on (?:my|your|her|his|their) own|more than (?:last|before)|instead of",
  "increase(?: from)?|as well as|next level|(?:level|grade) [2-9]|longer|further|promotion|responsib(?:le|ility)",
);

/** What helps to do it is named. */
export const MEANS = words(
  "with (?:the )?help (?:from|of)|with (?:the )?support|(?:the )?adviser will|I will|we will|together|using the",
  "(?:has|have) (?:already )?(?:agreed|offered|arranged)|fares? (?:are |is )?paid|travel card|bus pass|is booked|free of charge",
);

/** How it fits with the rest of life is named. */
export const FIT = words(
  "while .{1,40} (?:is|are) at|(?:in|during|within|around) (?:school|nursery|term|working) (?:hours|time)|school run",
  "within (?:walking|travelling|easy) distance|part[- ]time|by bus|by train|on foot|realistic to travel",
  `(?:${NUMBERS})\\+? hours (?:a|per|each) week|fits? (?:in )?with|local|nearby`,
);
