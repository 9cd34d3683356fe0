/** TinyMCE 5.10, of Roundcube 1.5 and 1.6. */

import { tinymce } from "./parts/tinymce.js";

export const make = tinymce("tinymce5", { plugins: "paste" });
