/** The settings: the person's own details, the service, the sites, and what is kept. */

import { speak, text } from "../browser.js";
import { element, icon } from "../design/element.js";
import { dataSection } from "./data_section.js";
import { modesSection } from "./modes_section.js";
import { senderSection } from "./sender_section.js";
import { sentSection } from "./sent_section.js";
import { serviceSection } from "./service_section.js";
import { shortcutSection } from "./shortcut_section.js";
import { sitesSection } from "./sites_section.js";

speak(document.documentElement);
document.title = text("settingsTitle");
document.body.append(
  element(
    "main",
    {},
    element("h1", {}, icon("mark"), text("settingsTitle")),
    await senderSection(),
    await serviceSection(),
    await sitesSection(),
    await modesSection(),
    await sentSection(),
    await shortcutSection(),
    await dataSection(),
  ),
);
// The page was empty when the browser looked for what its address names.
if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
