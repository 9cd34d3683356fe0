/** The settings: the person's own details, the service, the sites, and what is kept. */

import { speak, text } from "../browser.js";
import { element, icon } from "../design/element.js";
import { dataSection } from "./data_section.js";
import { modesSection } from "./modes_section.js";
import { renewable } from "./section.js";
import { senderSection } from "./sender_section.js";
import { sentSection } from "./sent_section.js";
import { serviceSection } from "./service_section.js";
import { shortcutSection } from "./shortcut_section.js";
import { sitesSection } from "./sites_section.js";

speak(document.documentElement);
document.title = text("settingsTitle");
const sender = await renewable(senderSection);
const service = await renewable(serviceSection);
const sent = await renewable(sentSection);
const sites = await renewable(() => sitesSection(() => modes.renew()));
const modes = await renewable(modesSection);
document.body.append(
  element(
    "main",
    {},
    element("h1", {}, icon("mark"), text("settingsTitle")),
    sender.node,
    service.node,
    sites.node,
    modes.node,
    sent.node,
    await shortcutSection(),
    await dataSection(() =>
      Promise.all([sender, service, sent, sites, modes].map((part) => part.renew())),
    ),
  ),
);
// The page was empty when the browser looked for what its address names.
if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
