// Looks for the service beside this page. The parts that read a draft are fetched where one answers.

import { Service } from "./service.js";

/** @param {string} id @param {boolean} shown */
const show = (id, shown) => document.getElementById(id)?.toggleAttribute("hidden", !shown);

const form = /** @type {HTMLFormElement} */ (document.getElementById("try"));
const there = await new Service(form.dataset.root ?? "").isThere();
const own = ["127.0.0.1", "localhost", "[::1]"].includes(location.hostname);
if (there) await import("./reader.js");
show("lead", there);
show("service-here", there);
show("service-missing", !there);
show("stays-here", own);
show("goes-there", !own);
/** @type {HTMLElement} */ (document.getElementById("host")).textContent = location.host;
