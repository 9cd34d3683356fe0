// The peers that run on Node: reads a JSON list of texts a line, answers with nanoseconds a text.
import { createInterface } from "node:readline";

/** @type {Record<string, () => Promise<(text: string) => unknown>>} */
const peers = {
  "write-good": async () => (await import("write-good")).default,
  "harper.js": async () => {
    const { LocalLinter } = await import("harper.js");
    const { binaryInlined: binary } = await import("harper.js/binaryInlined");
    const linter = new LocalLinter({ binary });
    return (text) => linter.lint(text, { language: "plaintext" });
  },
};

const check = await peers[process.argv[2]]();
for await (const line of createInterface({ input: process.stdin })) {
  const times = [];
  for (const text of JSON.parse(line)) {
    const start = process.hrtime.bigint();
    await check(text);
    times.push(Number(process.hrtime.bigint() - start));
  }
  console.log(JSON.stringify(times));
}
