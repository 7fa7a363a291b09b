interface TableWords {
  /** What its rows are, in the plural where there can be several. */
  readonly title: string;
  /** The columns that say something, in the order in which they are read. */
  readonly columns: Readonly<Record<string, string>>;
}

const JOB_PREFERENCES = {
  job_pref_1: "Job Pref 1",
  soc_1: "Job Pref 1 SOC",
  job_pref_2: "Job Pref 2",
  soc_2: "Job Pref 2 SOC",
  job_pref_3: "Job Pref 3",
  soc_3: "Job Pref 3 SOC",
  preferred_hours: "Preferred hours",
} as const;
const CHANGED = { changed_at: "Last changed" } as const;

/** Every table with rows of a client, in the order in which a person reads them, in words. */
export const TABLE_WORDS: Readonly<Record<string, TableWords>> = {
  client: {
    title: "Client",
    columns: {
      nino: "NINO",
      title: "Title",
      surname: "Surname",
      forenames: "Forenames",
      date_of_birth: "Date of birth",
      address_1: "Address line 1",
      address_2: "Address line 2",
      address_3: "Address line 3",
      address_4: "Address line 4",
      postcode: "Postcode",
      telephone: "Telephone",
      mobile: "Mobile",
      email: "Email",
      benefit: "Benefit",
      client_group: "Client group",
      status: "Status",
      disabled_person: "Disabled person",
      incident_marker: "Incident marker",
      created_at: "Client since",
    },
  },
  client_more: {
    title: "More: Additional Information",
    columns: {
      ...JOB_PREFERENCES,
      last_job_1: "Last job 1",
      last_job_1_from: "Last job 1 from",
      last_job_1_to: "Last job 1 to",
      last_job_2: "Last job 2",
      last_job_2_from: "Last job 2 from",
      last_job_2_to: "Last job 2 to",
      rent_or_mortgage: "Rent / mortgage",
      council_tax: "Council Tax",
      dependants: "Dependants",
      driving_licence: "Driving licence",
      endorsement: "Endorsement",
      car_owner: "Car owner",
      support_needs: "Additional support needs",
      ...CHANGED,
    },
  },
  qualification: {
    title: "Quals: Qualifications and Assessments",
    columns: {
      level: "Level",
      subject: "Subject",
      outcome: "Outcome",
      completed: "Date completed",
      kind: "Kind",
      on_plan: "On the Action Plan",
      ...CHANGED,
    },
  },
  child: { title: "CBW: Children", columns: { date_of_birth: "Date of birth", ...CHANGED } },
  iwbc: {
    title: "IWBC: In Work Benefit Calculations",
    columns: { result: "Result", notes: "Notes", date: "Date", interview_id: "Interview", ...CHANGED },
  },
  jsag: {
    title: "JSAg: Jobseeker's Agreement",
    columns: {
      ...JOB_PREFERENCES,
      availability: "Availability",
      restrictions: "Restrictions",
      actions_agreed: "Agreed actions",
      signed: "Date signed",
      ...CHANGED,
    },
  },
  plan: {
    title: "Action Plans",
    columns: {
      kind: "Kind of plan",
      aims: "Aims text",
      employment: "EHist text",
      qualifications: "Quals text",
      info: "Info text",
      pulled: "Details copied from the record",
      creation_reason: "Why it was made outside an interview",
      creation_text: "In words",
      saved_at: "Last saved",
      saved_by: "Saved by",
      version: "Saved how often",
    },
  },
  action_item: {
    title: "Action Items",
    columns: {
      text: "Action Item",
      assigned_to: "Assigned to",
      target_date: "Target date",
      date_created: "Date created",
      created_by: "Created by",
      date_closed: "Date closed",
      challenge: "Challenge",
      interview_id: "Recorded in",
      closed_interview_id: "Closed in",
      amended_at: "Amended",
      amended_by: "Amended by",
      created_at: "Recorded",
    },
  },
  review: {
    title: "Reviews",
    columns: {
      text: "Review",
      item_id: "On the Action Item",
      date_created: "Date created",
      created_by: "Created by",
      interview_id: "Recorded in",
      amended_at: "Amended",
      amended_by: "Amended by",
      created_at: "Recorded",
    },
  },
  workflow: {
    title: "Workflow: checks on Action Items",
    columns: {
      item_id: "On the Action Item",
      check_date: "Check date",
      note: "Note",
      set_at: "Set",
      set_by: "Set by",
      done_at: "Done",
      done_by: "Done by",
      outcome: "Outcome",
    },
  },
  draft: {
    title: "Drafts: what advisers wrote and have not saved",
    columns: {
      adviser_id: "Adviser",
      plan_kind: "Kind of plan",
      content: "What was written",
      interview_id: "Written in",
      kept_at: "Kept",
    },
  },
  record_draft: {
    title: "Drafts of the client record: what advisers typed and have not saved",
    columns: { adviser_id: "Adviser", form: "In the window", content: "What was typed", kept_at: "Kept" },
  },
  plan_save: {
    title: "Times the plan was saved",
    columns: {
      saved_at: "Saved",
      plan_version: "Version",
      interview_id: "In the interview",
      items_added: "Action Items added",
      items_changed: "Action Items changed",
      closures: "Action Items closed",
      reviews_added: "Reviews added",
      reviews_changed: "Reviews changed",
      reviews_deleted: "Reviews deleted",
      texts_changed: "Texts changed",
    },
  },
  print: {
    title: "Documents made",
    columns: {
      made_at: "Made",
      adviser_id: "Made by",
      plan_version: "Version of the plan",
      option: "What was printed",
      style: "Style",
      format: "Form",
      is_large: "Large print",
      without_staff_names: "Without names of staff",
      has_password: "With a password",
      copies: "Copies",
      printer: "Printer",
      spooled_at: "Printed",
      means: "How it was given",
      pages: "Pages",
      interview_id: "In the interview",
      handed_over_at: "Handed over",
      handed_over_interview_id: "Handed over in",
    },
  },
  plan_viewing: {
    title: "Details as an adviser last saw them on the plan",
    columns: { viewed_at: "Seen", pulled: "Details" },
  },
  caseload: {
    title: "Whose caseload the client is in, and what its list shows",
    columns: {
      adviser_id: "Adviser",
      nino: "NINO",
      surname: "Surname",
      forenames: "Forenames",
      date_of_birth: "Date of birth",
      benefit: "Benefit",
      client_group: "Client group",
    },
  },
  plan_outlook: {
    title: "Next dates, kept for the work list",
    columns: { saved_by: "Plan saved by", first_target: "First target date", last_target: "Last target date" },
  },
  interview: {
    title: "Interviews",
    columns: {
      kind: "Kind of interview",
      attendance: "Attendance",
      adviser_id: "Adviser",
      started_at: "Started",
      ended_at: "Ended",
      ended_by: "Ended by",
      end_reason: "Why it was ended so",
      is_cancelled: "Cancelled",
    },
  },
  participation_answer: {
    title: "Answers to participation questions",
    columns: { interview_id: "In the interview", question: "Question", answer: "Answer" },
  },
  doubt: {
    title: "DMA: doubts",
    columns: {
      interview_id: "In the interview",
      kind: "Kind of doubt",
      text: "Text",
      recorded_at: "Recorded",
      recorded_by: "Recorded by",
      withdrawn_at: "Withdrawn",
      withdrawn_by: "Withdrawn by",
      settled_at: "Settled",
      settled_by: "Settled by",
      outcome: "Outcome",
    },
  },
  appointment: {
    title: "Appointments",
    columns: {
      date: "Date",
      time: "Time",
      kind: "Kind of interview",
      adviser_id: "With",
      status: "Status",
      interview_id: "Held as",
    },
  },
  conversation: {
    title: "Convs: conversations",
    columns: {
      created_at: "Noted",
      created_by: "Noted by",
      text: "Note",
      interview_id: "In the interview",
      closes_item_id: "Note to close the Action Item",
      is_by_telephone: "By telephone",
    },
  },
  clerical_form: {
    title: "Clerical forms",
    columns: {
      serial: "Number",
      origin: "How it was issued",
      state: "State",
      issued_at: "Issued",
      issued_by: "Issued by",
      paper_serial: "Number on the paper",
      reason: "Reason",
      happened_on: "Happened on",
      form_adviser_id: "Adviser on the form",
      interview_id: "Recorded as the interview",
      entered_at: "Entered",
      entered_by: "Entered by",
    },
  },
  clerical_entry: {
    title: "Entries from clerical forms",
    columns: { kind: "What it became", happened_on: "Happened on", checked_at: "Checked", checked_by: "Checked by" },
  },
  participant: {
    title: "JETS.S: participant",
    columns: {
      contract: "Contract",
      referred_on: "Referral",
      engaged_on: "Initial engagement",
      start_appointment_on: "Start appointment",
      started_on: "Start date",
      due_on: "Full plan due",
      shown_on: "On the work list from",
      agreed_on: "Full plan agreed",
      agreed_at: "Agreement recorded",
      agreed_by: "Agreement recorded by",
      agreed_version: "Version agreed",
      agreed_hash: "Hash of what was agreed",
      preferred_means: "Prefers to meet",
      adviser_id: "Adviser",
      version: "Version",
    },
  },
  review_interval: {
    title: "JETS.S: review intervals",
    columns: {
      working_days: "Working days",
      reason: "Reason",
      decided_on: "Decided on",
      recorded_at: "Recorded",
      recorded_by: "Recorded by",
    },
  },
  plan_review: {
    title: "JETS.S: plan reviews",
    columns: {
      counted_from: "Counted from",
      working_days: "Working days",
      due_on: "Due",
      shown_on: "On the work list from",
      participant_on: "Participant took part",
      provider_on: "Provider took part",
      completed_on: "Completed",
      means: "By what means",
      text: "What was said",
      recorded_at: "Recorded",
      recorded_by: "Recorded by",
    },
  },
  activity_details: {
    title: "JETS.S: activities in detail",
    columns: {
      what: "What",
      what_understood_on: "What is understood since",
      why: "Why",
      why_understood_on: "Why is understood since",
      by_when: "When",
      when_understood_on: "When is understood since",
      considered: "How support needs were considered",
      smart_specific: "Specific",
      smart_measurable: "Measurable",
      smart_achievable: "Achievable",
      smart_realistic: "Realistic",
      smart_time_bound: "Time-bound",
      changed_at: "Last changed",
      changed_by: "Changed by",
    },
  },
  interaction: {
    title: "JETS.S: interactions",
    columns: {
      happened_on: "Date",
      kind: "Kind",
      means: "By what means",
      text: "What happened",
      recorded_at: "Recorded",
      recorded_by: "Recorded by",
    },
  },
  attachment: {
    title: "JETS.S: attached files",
    columns: {
      interaction_id: "Interaction",
      name: "Name",
      media_type: "Type",
      bytes: "Bytes",
      content_hash: "Hash of the file",
      added_at: "Added",
      added_by: "Added by",
    },
  },
  signature: {
    title: "JETS.S: signatures",
    columns: {
      subject: "What was signed",
      interaction_id: "Interaction",
      party: "Who",
      manner: "How",
      name: "Name",
      strokes: "Drawing",
      signed_on: "Signed on",
      reason: "Reason",
      annotation: "Annotation",
      content_hash: "Hash of what was signed",
      plan_version: "Version of the plan",
      recorded_at: "Recorded",
      recorded_by: "Recorded by",
    },
  },
  information_request: {
    title: "JETS.S: requests for the information",
    columns: {
      asked_on: "Asked on",
      form: "Form preferred",
      note: "Note",
      answered_on: "Answered on",
      answered_by: "Answered by",
      print_id: "Copy given",
      recorded_at: "Recorded",
      recorded_by: "Recorded by",
    },
  },
};

/** Tables with rows that are no client's, whose changes the audit shows all the same. */
const OTHER_TABLES: Readonly<Record<string, TableWords>> = {
  adviser: {
    title: "Adviser",
    columns: { name: "Name", staff_number: "Staff number", retired_at: "Retired" },
  },
  setting: { title: "Setting", columns: { value: "Value" } },
  office_word: { title: "Dictionary", columns: { word: "Word", added_at: "Added", added_by: "Added by" } },
};

const INTERNAL =
  /^(id|client_id|plan_id|item_id|interview_id|position|version|plan_version|folded_name|sound|reversed_nino|sequence|form_id|place|target)$/;

/** Tells whether a column only holds the store together, and says nothing that a person would read. */
export function isInternalColumn(table: string, column: string): boolean {
  return INTERNAL.test(column) && TABLE_WORDS[table]?.columns[column] === undefined;
}

/** A table in words. */
export function tableInWords(table: string): string {
  return (TABLE_WORDS[table] ?? OTHER_TABLES[table])?.title ?? table;
}

/** A column in words. */
export function columnInWords(table: string, column: string): string {
  const words = (TABLE_WORDS[table] ?? OTHER_TABLES[table])?.columns[column];
  return words ?? column.charAt(0).toUpperCase() + column.slice(1).replaceAll("_", " ");
}
