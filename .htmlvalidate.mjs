// Every page of the built site is valid HTML; `make lint` holds it.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // All that a page loads comes from its own host.
    "require-sri": "off",
    // Style alone: the default of an input is text, HTML knows no case, layouts leave blanks.
    "no-implicit-input-type": "off",
    "no-trailing-whitespace": "off",
    "doctype-style": "off",
    // HTML lets an id begin with a digit, as a heading may.
    "valid-id": ["error", { relaxed: true }],
    // The practice page is built as webmails are: a form, an editable division.
    "no-redundant-role": "off",
    "prefer-native-element": ["error", { exclude: ["form", "region", "textbox"] }],
  },
};
