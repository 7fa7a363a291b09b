import { expect, test } from "vitest";
import type { ActivityDetails } from "../../../shared/jets/activity-details.ts";
import { detailsOfForm, formOfDetails } from "../../../shared/jets/activity-form.ts";

const DETAILS: ActivityDetails = {
  itemId: "item",
  what: { text: "A CV of one page", understoodOn: "2012-04-16" },
  why: { text: "Employers ask", understoodOn: null },
  when: { text: "", understoodOn: null },
  considered: "Large print",
  smart: { specific: "One page", measurable: "", achievable: "She can", realistic: "", timeBound: "By Friday" },
};

test("an activity in detail is kept by its names on screen, and comes back as it was", () => {
  expect(formOfDetails(DETAILS)).toEqual({
    What: "A CV of one page",
    "What: understood on": "2012-04-16",
    Why: "Employers ask",
    "Why: understood on": "",
    When: "",
    "When: understood on": "",
    "How this was considered": "Large print",
    Specific: "One page",
    Measurable: "",
    Achievable: "She can",
    Realistic: "",
    "Time-bound": "By Friday",
  });
  expect(detailsOfForm("item", formOfDetails(DETAILS))).toEqual(DETAILS);
});
