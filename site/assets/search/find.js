/** Finding pages in the prebuilt index: by words, their beginnings, synonyms, and with slips. Pure. */

/** @typedef {{title: string, path: string, section: string, names: string, words: string}} Entry */
/** @typedef {{synonyms: Record<string, string>, entries: Entry[]}} Index */

/** What a word counts for where it stands. */
const IN_TITLE = 5;
const IN_NAMES = 4;
const IN_TEXT = 1;
/** What a word counts for by how well it is met. */
const SAME = 1;
const BEGINNING = 0.7;
const SLIP = 0.5;
/** A page that is called as was asked, “Names” for “name”, counts for so many times its words. */
const CALLED_SO = 2;
/** Words that say nothing of what is looked for: every page here is about notes and emails. */
const EMPTY = new Set(
  "a an and are be can do does email emails for from how i in is it me my note notes of on or should the to what when with you your".split(
    " ",
  ),
);
const MOST = 8;

/** Words without accents and capitals, as the index has them. @param {string} text */
function plain(text) {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}

/**
 * The slips of the keys between two words: a letter too many, too few, another one, or two swapped.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} most more than these count as too many
 */
function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = /** @type {number[]} */ ([]);
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const other = Number(a[i - 1] !== b[j - 1]);
      const ways = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + other];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        ways.push((before[j - 2] ?? 0) + 1);
      row[j] = Math.min(...ways);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}

/** How well a word of the index meets a word that is looked for. @param {string} asked @param {string} word */
function met(asked, word) {
  if (asked === word) return SAME;
  if (asked.length > 2 && word.startsWith(asked)) return BEGINNING;
  // “thanking” and “interviews” look for “thank” and “interview”.
  const ending = asked.length - word.length;
  return word.length > 3 && ending > 0 && ending < 4 && asked.startsWith(word) ? BEGINNING : 0;
}

/** The same for a word that stands nowhere as it was typed. @param {string} asked @param {string} word */
function almost(asked, word) {
  const most = asked.length > 7 ? 2 : Number(asked.length > 3);
  return most && slips(asked, word, most) <= most ? SLIP : 0;
}

export class Finder {
  /** @type {Map<string, Map<Entry, number>>} what each word counts for, page by page */
  #pages = new Map();

  /** @param {Index} index */
  constructor({ synonyms, entries }) {
    this.synonyms = Object.entries(synonyms);
    this.entries = entries;
    for (const entry of entries) {
      for (const word of entry.words.split(" ")) this.#note(word, entry, IN_TEXT);
      for (const word of entry.names.split(" ")) this.#note(word, entry, IN_NAMES);
      for (const word of plain(entry.title).trim().split(" ")) this.#note(word, entry, IN_TITLE);
    }
  }

  /** @param {string} word @param {Entry} entry @param {number} worth */
  #note(word, entry, worth) {
    const pages = this.#pages.get(word) ?? new Map();
    this.#pages.set(word, pages.set(entry, worth));
  }

  /** The words that are looked for. @param {string} query */
  #asked(query) {
    let text = plain(query);
    for (const [said, meant] of this.synonyms) text = text.replaceAll(` ${said} `, ` ${meant} `);
    const words = text.split(" ").filter(Boolean);
    const telling = words.filter((word) => !EMPTY.has(word));
    return telling.length ? telling : words;
  }

  /** What one word brings to each page. @param {string} asked */
  #worth(asked) {
    const found = this.#weighed((word) => met(asked, word));
    return found.size ? found : this.#weighed((word) => almost(asked, word));
  }

  /** Rare words bring more. @param {(word: string) => number} judge */
  #weighed(judge) {
    /** @type {Map<Entry, number>} */
    const best = new Map();
    for (const [word, pages] of this.#pages) {
      const quality = judge(word);
      if (!quality) continue;
      const rarity = Math.log(1 + this.entries.length / pages.size);
      for (const [entry, place] of pages)
        best.set(entry, Math.max(best.get(entry) ?? 0, quality * place * rarity));
    }
    return best;
  }

  /**
   * The pages that fit best, the best one first.
   *
   * @param {string} query
   * @returns {Entry[]}
   */
  find(query) {
    const asked = this.#asked(query);
    /** @type {Map<Entry, number[]>} */
    const brought = new Map();
    for (const word of asked)
      for (const [entry, worth] of this.#worth(word))
        brought.set(entry, [...(brought.get(entry) ?? []), worth]);
    const called = (/** @type {Entry} */ { title }) =>
      this.#asked(title).every((word) => asked.some((said) => met(said, word))) ? CALLED_SO : 1;
    // A page that has all of the words goes before one that has a part of them.
    const score = (/** @type {number[]} */ parts) =>
      (parts.reduce((sum, part) => sum + part, 0) * parts.length) / asked.length;
    return [...brought]
      .map(([entry, parts]) => ({ entry, score: score(parts) * called(entry) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ entry }) => entry);
  }
}
