// Everything a page can do more with JavaScript than without. One file per element.
import "../static/ui/draft-recovery.js";
import "./merge-choice.js";
import "./open-dialog.js";
import "./print-button.js";
import "./session-warning.js";
import "./text-counter.js";
import "./unsaved-guard.js";
import "./menus.js";
import "./key-shortcuts.js";
import "./leave-nothing.js";
import "./passkey-button.js";
