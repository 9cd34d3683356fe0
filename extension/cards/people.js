/** Whether two people are the same one, as far as names and addresses tell. Pure. */

/** @import { Person } from "../api" */

/** Mail hosts that say nothing about where somebody works. */
const PUBLIC_HOSTS =
  /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|web|proton|protonmail)\./;

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

/**
 * Those of some people who are among the recipients. Two may have one name: an address tells more.
 *
 * @param {Person[]} people
 * @param {Person[]} recipients
 */
export const among = (people, recipients) =>
  recipients.flatMap((person) => {
    const found = people.filter((known) => sameAddress(known, person));
    return found.length ? found : people.filter((known) => sameName(known, person));
  });

/** How a person is named where one word must do: by address, else by name. @param {Person} person */
export const keyOf = ({ name, email }) => fold(email) || fold(name);

/** By what a person may have been named so, before their address was known too. @param {Person} person */
export const keysOf = (person) => [keyOf(person), fold(person.name)];

/** What a person is called beside others, of whom one may have the same name. @param {Person} person @param {Person[]} people */
export function calledAmong(person, people) {
  const { name, email } = person;
  const shared = people.some((other) => other !== person && fold(other.name) === fold(name));
  return (shared && name && email ? `${name}, ${email}` : name || email) ?? "";
}

/** @param {string | null | undefined} text */
const fold = (text) => (text ?? "").trim().toLowerCase();
