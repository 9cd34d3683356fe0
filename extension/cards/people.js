/** Whether two people are the same one, as far as names and addresses tell. Pure. */

/** @import { Person } from "../api" */

/** Mail hosts that say nothing about where somebody works. */
const PUBLIC_HOSTS =
  /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|web|proton|protonmail)\./;

/** @param {Person} known @param {Person} person */
export const samePerson = (known, person) => sameAddress(known, person) || sameName(known, person);

/** @param {Person} known @param {Person} person */
export const sameAddress = (known, person) =>
  Boolean(known.email) && fold(known.email) === fold(person.email);

/** @param {Person} known @param {Person} person */
export function sameName(known, person) {
  if (!known.name) return false;
  if (person.name) return fold(known.name) === fold(person.name);
  const local = fold(person.email).split("@")[0] ?? "";
  const names = fold(known.name).split(/\s+/);
  return names.length > 1 && names.every((name) => local.includes(name));
}

/** @param {Person} known @param {Person} person */
export function sameHost(known, person) {
  const host = fold(known.email).split("@")[1];
  return (
    Boolean(host) && !PUBLIC_HOSTS.test(`${host}`) && host === fold(person.email).split("@")[1]
  );
}

/** How a person is named where one word must do: by address, else by name. @param {Person} person */
export const keyOf = ({ name, email }) => fold(email) || fold(name);

/** @param {string | null | undefined} text */
const fold = (text) => (text ?? "").trim().toLowerCase();
