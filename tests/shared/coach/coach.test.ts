import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CoachContext, coach, type Finding, type LetterName } from "../../../shared/coach/coach.ts";

const NOTHING_BESIDE: CoachContext = {
  assignedTo: null,
  targetDate: null,
  clientName: "Maria",
  nextAppointment: null,
};

function adviceOn(letter: LetterName, text: string, context: Partial<CoachContext> = {}) {
  return coach(text, { ...NOTHING_BESIDE, ...context }).letters.find(({ name }) => name === letter);
}

type Row = readonly [text: string, finding: Finding];

describe("¶47 Specific: who and what exactly", () => {
  it.each<Row>([
    ["Maria will phone the Acorn Nursery and ask for a place.", "found"],
    ["She will hand in the form at Kelbridge College.", "found"],
    ["Visit the library with Mr Calder and ask for the bus timetable.", "found"],
    ["The adviser will write to the childminders on the list.", "found"],
    ["Maria will ask.", "not-yet"],
    ["Maria will be more positive about work.", "not-yet"],
    ["Visit Kelbridge College and ask for the form.", "not-yet"],
    ["", "not-yet"],
    [" \n ", "not-yet"],
  ])("%s: %s", (text, finding) => {
    expect(adviceOn("Specific", text)?.finding).toBe(finding);
  });

  it("knows who once Assigned To is chosen, and says what is missing until then", () => {
    const text = "Visit Kelbridge College and ask for the form.";
    expect(adviceOn("Specific", text)?.sentence).toBe("Who will do it? Choose Assigned To.");
    expect(adviceOn("Specific", text, { assignedTo: "client" })).toEqual({
      name: "Specific",
      finding: "found",
      sentence: "Who, and what exactly, are named.",
    });
    expect(adviceOn("Specific", "")?.sentence).toBe("What exactly will Maria do?");
    expect(adviceOn("Specific", "", { assignedTo: "pa" })?.sentence).toBe("What exactly will the adviser do?");
    expect(adviceOn("Specific", "", { clientName: " " })?.sentence).toBe("What exactly will the customer do?");
  });
});

describe("¶47 Stretching: a step on from before", () => {
  it.each<Row>([
    ["Go to the job club for the first time.", "found"],
    ["Take the driving theory test without help.", "found"],
    ["Apply for the Level 3 course.", "found"],
    ["Go to the job club on Monday.", "ask"],
    ["", "ask"],
  ])("%s: %s", (text, finding) => {
    expect(adviceOn("Stretching", text)?.finding).toBe(finding);
  });
});

describe("¶47 Measurable: how both will know that it is done", () => {
  it.each<Row>([
    ["Phone at least three childminders in Kelbridge.", "found"],
    ["Send off 5 speculative letters to warehouses.", "found"],
    ["Bring the figures for rent and council tax.", "found"],
    ["Attend the open evening at the college.", "found"],
    ["Ask the nursery, and let the adviser know the answer.", "found"],
    ["Ask what four mornings a week would cost.", "not-yet"],
    ["Read about the Level 2 papers of 14 May.", "not-yet"],
    ["Look at jobs of 16 hours or more.", "not-yet"],
    ["Be more confident.", "not-yet"],
    ["", "not-yet"],
  ])("%s: %s", (text, finding) => {
    expect(adviceOn("Measurable", text)?.finding).toBe(finding);
  });
});

describe("¶47 Achievable: what helps to do it", () => {
  it.each<Row>([
    ["Fill in the form with help from the mentor.", "found"],
    ["Go to the college; the fares are paid.", "found"],
    ["Go to the college.", "ask"],
    ["", "ask"],
  ])("%s: %s", (text, finding) => {
    expect(adviceOn("Achievable", text)?.finding).toBe(finding);
  });
});

describe("¶47 Realistic: how it fits in with the rest of life", () => {
  it.each<Row>([
    ["Visit the shop while Ryan is at nursery.", "found"],
    ["List employers within walking distance.", "found"],
    ["Find reception work of 16 hours a week.", "found"],
    ["Visit the shop.", "ask"],
    ["", "ask"],
  ])("%s: %s", (text, finding) => {
    expect(adviceOn("Realistic", text)?.finding).toBe(finding);
  });

  it("asks after the week of whoever is to act", () => {
    expect(adviceOn("Realistic", "")?.sentence).toBe("Does it fit with the rest of Maria's week?");
    expect(adviceOn("Realistic", "", { clientName: "James" })?.sentence).toBe(
      "Does it fit with the rest of James' week?",
    );
  });
});

describe("¶47 Time bound: by when (¶64)", () => {
  const [target, next] = ["2012-05-14", "2012-04-30"];
  it.each<[string, Partial<CoachContext>, Finding, string]>([
    ["Ask.", { targetDate: target }, "found", "By 14/05/2012."],
    ["Ask.", { targetDate: next, nextAppointment: next }, "found", "By the next interview, 30/04/2012."],
    ["Ask by Friday.", {}, "ask", "The text says when. Which day is the Target Date?"],
    ["Ask on 14 May.", { nextAppointment: next }, "ask", "The text says when. Which day is the Target Date?"],
    ["Ask by the next interview.", {}, "ask", "The text says when. Which day is the Target Date?"],
    ["Ask within two weeks.", {}, "ask", "The text says when. Which day is the Target Date?"],
    [
      "Ask what it costs from September.",
      { nextAppointment: next },
      "not-yet",
      "By when? The next interview is 30/04/2012.",
    ],
    ["Ask. It may rain.", {}, "not-yet", "By when? Enter a Target Date."],
    ["", {}, "not-yet", "By when? Enter a Target Date."],
  ])("%s %j: %s", (text, context, finding, sentence) => {
    expect(adviceOn("Time bound", text, context)).toEqual({ name: "Time bound", finding, sentence });
  });
});

describe("Items of the kinds in ¶66 have what makes a good item", () => {
  const withDate: Partial<CoachContext> = { assignedTo: "client", targetDate: "2012-05-14" };
  it.each([
    "Phone three childminders near home, ask what each would cost, and bring the list to the next appointment.",
    "Attend the meeting with the training provider about the Level 2 painting course.",
    "Find one vacancy for reception work of 16 hours a week, and bring the details of your housing costs.",
    "Register with two agencies and send each your CV and a covering letter.",
    "Meet with the mentor at the Jobcentre in a private room, and tell us what it could lead to.",
  ])("%s", (text) => {
    const { letters, vagueWords } = coach(text, { ...NOTHING_BESIDE, ...withDate });
    const missing = letters.filter(({ finding }) => finding === "not-yet");
    expect({ missing, vagueWords }).toEqual({ missing: [], vagueWords: [] });
  });
});

describe("The coach", () => {
  const anyDate = fc.constantFrom(null, "2012-04-30", "2012-05-14");
  const anyContext = fc.record({
    assignedTo: fc.constantFrom(null, "client" as const, "pa" as const),
    targetDate: anyDate,
    clientName: fc.string({ unit: "binary", maxLength: 12 }),
    nextAppointment: anyDate,
  });
  const pieces = fc.oneof(
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.constantFrom(
      "look into",
      "SOON",
      "a  few",
      "[",
      "]",
      "[which one]",
      " ",
      "\n",
      "three ",
      "level ",
      "İ",
      "👩‍👧",
      "$&",
    ),
  );
  const anyText = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(""));

  it("answers any text: six letters with a sentence each, and vague words that stand where it says", () => {
    fc.assert(
      fc.property(anyText, anyContext, (text, context) => {
        const { letters, vagueWords } = coach(text, context);
        expect(letters.map(({ name }) => name[0]).join("")).toBe("SSMART");
        expect(letters.every(({ sentence }) => sentence.length > 5 && sentence.length < 100)).toBe(true);
        let behind = 0;
        for (const { start, end, words, advice } of vagueWords) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(text.slice(start, end)).toBe(words);
          expect(words.length).toBeGreaterThan(0);
          expect(advice).not.toContain("{name}");
          behind = end;
        }
        expect(behind).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each(["Ask the nursery about four mornings. Look into help. ", " ", "a ", "two ", "in ", "[", "1", "while ", "A"])(
    "reads 2,000 characters of '%s' in less than a millisecond",
    (piece) => {
      const text = piece.repeat(2_000).slice(0, 2_000);
      const times = Array.from({ length: 60 }, () => {
        const start = performance.now();
        coach(text, NOTHING_BESIDE);
        return performance.now() - start;
      });
      // The median, since a shared machine pauses now and then.
      expect(times.sort((a, b) => a - b)[30]).toBeLessThan(1);
    },
  );
});
