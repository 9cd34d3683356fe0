/** TinyMCE 8, the edition of today. */

import { tinymce } from "./parts/tinymce.js";

export const make = tinymce("tinymce8", { license_key: "gpl" });
