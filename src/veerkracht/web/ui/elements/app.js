// Everything a page can do more with JavaScript than without. One file per element.
import "./merge-choice.js";
import "./open-dialog.js";
import "./print-button.js";
import "./session-warning.js";
import "./text-counter.js";
import "./unsaved-guard.js";
import "./menus.js";
import "./leave-nothing.js";
