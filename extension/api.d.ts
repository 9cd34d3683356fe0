/** The service's requests and answers under /api/v1. Spans are half-open UTF-16 code units. */

export type Kind = "thank-you" | "follow-up" | "courtesy";
/** The emails after an interview in their usual order. */
export type Step =
  | "thank"
  | "thank-several"
  | "thank-late"
  | "promise"
  | "answer"
  | "ask"
  | "ask-after-date"
  | "ask-again"
  | "close"
  | "outcome"
  | "other";
export type Level = "stop" | "advice";
export type Move =
  | "gratitude"
  | "interest"
  | "fit"
  | "recap"
  | "answers"
  | "status_ask"
  | "offer"
  | "closing_line";

export interface Span {
  start: number;
  end: number;
}

export interface Person {
  name: string;
  email?: string | null;
  title?: string | null;
}

export interface Interview {
  interviewers: Person[];
  company?: string | null;
  role?: string | null;
  /** ISO 8601 with offset. */
  interviewed_at?: string | null;
  /** ISO 8601 date. */
  decision_by?: string | null;
  topics: string[];
  open_questions: string[];
  promised: string[];
}

export interface Sender {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  linkedin?: string | null;
}

export interface ChecksRequest {
  kind: Kind | "auto";
  subject: string;
  body: string;
  interview: Interview | null;
  sender: Sender;
  recipients: Person[];
  other_interviews: Interview[];
  attachments: number | null;
  /** Texts of the notes to the other interviewers of this interview. */
  earlier_notes: string[];
  /** null where it is not known. */
  earlier_follow_ups: number | null;
  /** ISO 8601 with offset. */
  now: string;
}

export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface Suggestion {
  label: string;
  edits: Edit[];
}

export interface Finding {
  check: string;
  guideline: string;
  level: Level;
  message: string;
  field: "subject" | "body";
  span: Span | null;
  quote: string | null;
  suggestions: Suggestion[];
  help_url: string;
  /** A check found too that asks for the same sentence. */
  covered_by: string | null;
}

export interface Outcome {
  check: string;
  guideline: string;
  level: Level;
  status: "passed" | "failed" | "not_applicable" | "errored";
}

export interface Report {
  kind: Kind | "other";
  outcomes: Outcome[];
  findings: Finding[];
  sentences: { span: Span; moves: Move[] }[];
  facts: { words: number; sentences: number; paragraphs: number };
}

export interface TemplateField {
  name: string;
  /** Where its value comes from, unless answered. */
  source: "interview" | "sender" | "answer";
  question: string;
  blank: string;
  example: string;
}

export interface Template {
  id: string;
  title: string;
  occasion: string;
  door: "had-an-interview" | "waiting" | "got-an-answer";
  kind: Kind;
  step: Step;
  order: number;
  earliest: string;
  usual: string;
  latest: string;
  fields: TemplateField[];
  subject: string;
  body: string;
}

export interface DraftRequest {
  interview: Interview;
  sender: Sender;
  answers: Record<string, string>;
}

export interface Draft {
  subject: string;
  body_text: string;
  blanks: { field: string; question: string; in: "subject" | "body"; span: Span }[];
}

export interface Guideline {
  id: string;
  title: string;
  answer: string;
  sections: { title: string; markdown: string }[];
  sources: { title: string; url: string; year: number; base: string }[];
  help_url: string;
}

export interface Link {
  title: string;
  url: string;
}

export interface Host {
  name: string;
  short_name: string;
  url: string;
  colours: Record<string, Record<string, string>>;
  links: Link[];
}

export interface Health {
  status: string;
  version: string;
  content_version: string;
  thresholds: { [name: string]: number };
  host: Host | null;
}
