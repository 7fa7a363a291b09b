import { describe, expect, it } from "vitest";
import { customerDetails, customerSteps, customerTexts } from "../../../renderer/action-plan/customer-plan.ts";
import { LMS_WORDS } from "../../../shared/action-plan/kind-words.ts";
import {
  openWorkingCopy,
  setAssignedTo,
  setItemText,
  setTabText,
  startNewItem,
} from "../../../shared/action-plan/working-copy.ts";
import { sampleItem, samplePlan } from "../../shared/action-plan/sample-plan.ts";

const AUTHOR = { name: "B Johns", today: "2012-04-16" };

describe("the plan in the customer's words", () => {
  it("has what is done after what is still to do, and what is unsaved marked", () => {
    const done = sampleItem("done", { text: "Done", targetDate: "2012-03-01", dateClosed: "2012-02-13" });
    const open = sampleItem("open", { text: "Open", targetDate: "2012-04-30", assignedTo: "pa" });
    const copy = setItemText(startNewItem(openWorkingCopy(samplePlan([done, open]))), "  New\n'one'");
    expect(customerSteps(copy, AUTHOR, LMS_WORDS).map(({ id: _, ...step }) => step)).toEqual([
      { text: "Open", who: "Your adviser", isDone: false, day: "Monday 30 April 2012", isUnsaved: false },
      { text: "  New\n'one'", who: null, isDone: false, day: null, isUnsaved: true },
      { text: "Done", who: "You", isDone: true, day: "13 February 2012", isUnsaved: false },
    ]);
  });

  it("leaves out a new item without a text, whatever else was chosen for it", () => {
    const copy = setAssignedTo(startNewItem(openWorkingCopy(null)), "client");
    expect(customerSteps(copy, AUTHOR, LMS_WORDS)).toEqual([]);
  });

  it("leaves out blank texts, and marks those that are not saved yet", () => {
    const copy = setTabText(openWorkingCopy(samplePlan([])), "info", "More");
    const texts = { aims: " \n", employment: "Worked", qualifications: "", info: "More" };
    expect(customerTexts(texts, copy)).toEqual([
      { tab: "employment", heading: "Work I have done", text: "Worked", isUnsaved: false },
      { tab: "info", heading: "More about my plan", text: "More", isUnsaved: true },
    ]);
  });

  it("has the aims, the hours and the qualifications without what is blank or said twice", () => {
    const pulled = {
      aims: {
        jobPreferences: [
          { job: "Baker", soc: "5432" },
          { job: "Baker", soc: "5432" },
          { job: "", soc: "" },
        ],
        preferredHours: "Either Full/Part Time",
      },
      qualifications: [{ level: "", subject: "First Aid", outcome: "Pass", completed: null }],
    };
    expect(customerDetails(pulled)).toEqual([
      { heading: "Work I am aiming for", lines: ["Baker"] },
      { heading: "Hours", lines: ["Full time or part time"] },
      { heading: "What I have already", lines: ["First Aid"] },
    ]);
  });
});
